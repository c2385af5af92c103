using System.Reflection;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Every page that the product has, with who may see it.</summary>
internal static class EveryPage
{
    public static readonly IReadOnlyList<(string Pattern, Permission Permission)> All =
    [
        .. from page in typeof(OpensAttribute).Assembly.GetTypes()
           from route in page.GetCustomAttributes<RouteAttribute>()
           where !route.Template.StartsWith("/status", StringComparison.Ordinal) && route.Template != "/not-found"
           orderby route.Template
           select (route.Template, page.GetCustomAttribute<OpensAttribute>()!.Permission),
    ];

    /// <summary>The lowest role of the line that may see it, or the first beside the line.</summary>
    public static Role? Visitor(Permission permission) => permission == Permission.Anyone ? null : Access.Holding(permission).First();
}
