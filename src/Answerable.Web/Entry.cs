using System.Reflection;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Answerable.Web;

/// <summary>Where a module stands in the navigation.</summary>
/// <param name="Group">A part of the loop, or what stands beside it; see <see cref="Shared.Navigation.Groups"/>.</param>
/// <param name="Worked">One works here for hours: the navigation makes room.</param>
/// <param name="Place">Lower stands higher in its group.</param>
internal sealed record Entry(string Group, int Place, string Name, string Url, string Icon, Permission Permission, bool Worked)
{
    /// <summary>The way to a page: its address, and shown to those it opens to.</summary>
    public static Entry To<TPage>(string group, int place, string name, string icon, bool worked = false) where TPage : IComponent => new(
        group, place, name,
        typeof(TPage).GetCustomAttributes<RouteAttribute>().First(route => !route.Template.Contains('{', StringComparison.Ordinal)).Template,
        icon, typeof(TPage).GetCustomAttribute<OpensAttribute>()!.Permission, worked);
}
