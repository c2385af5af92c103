using Answerable.Model.People;

namespace Answerable.Web;

/// <summary>Where a module stands in the navigation.</summary>
/// <param name="Group">A part of the loop, or what stands beside it; see <see cref="Shared.Navigation.Groups"/>.</param>
/// <param name="Worked">One works here for hours: the navigation makes room.</param>
/// <param name="Place">Lower stands higher in its group.</param>
internal sealed record Entry(string Group, int Place, string Name, string Url, string Icon, Permission Permission, bool Worked = false);
