using Answerable.Model.People;

namespace Answerable.Web;

/// <summary>A part of Home that a module brings.</summary>
/// <param name="Component">A page part without parameters.</param>
/// <param name="Beside">In the narrow column, rather than under what needs one.</param>
/// <param name="Place">Lower stands higher.</param>
/// <param name="Topics">What changes it; figures of whole days change with none, and are looked at again each minute.</param>
internal sealed record HomePart(Type Component, bool Beside, int Place, Func<Actor, bool> For, params string[] Topics);
