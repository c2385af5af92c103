using System.Globalization;
using System.Reflection;
using System.Text;
using Answerable.App.Acts;
using Answerable.Model.People;
using Answerable.Tests;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Answerable.DatabaseTests.Web;

/// <summary>docs/access.md is what the running product's addresses declare; EndpointPermissionTests and RowScopeTests walk the same as every
/// role.</summary>
public sealed class AccessDocumentTests(OneCentre one) : IClassFixture<OneCentre>
{
    private static readonly string Page = Repository.Path("docs/access.md");

    [Fact]
    public async Task The_page_of_access_says_who_each_address_opens_to_and_whose_rows_it_shows()
    {
        var text = Text();
        Assert.Contains("| `/contacts` | ReadContacts |", text, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ANSWERABLE_WRITE_DOCUMENTS") == "1")
            await File.WriteAllTextAsync(Page, text, TestContext.Current.CancellationToken);
        var kept = File.Exists(Page) ? await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken) : "";
        Assert.True(kept == text, "docs/access.md does not say what the addresses declare. Write it anew: ./do documents");
    }

    private string Text()
    {
        var text = new StringBuilder("# Who may open what, and whose rows it shows\n\n")
            .Append("Written by `./do documents` from what each address declares; change that, not this page. Every address is walked as every ")
            .Append("role by\n")
            .Append("tests; whoever holds several roles may what any of them may. *own*, *team* and *centre* say whose contacts, people and ")
            .Append("figures a\n")
            .Append("role sees there; *yes* that it may open what shows no such rows. What opens to *Anyone* needs no signing in.\n\n")
            .Append("| Address | Permission | By |").Append(string.Concat(Roles.All.Select(role => $" {role.Words()} |"))).Append(" Shows |\n")
            .Append("|---|---|---|").Append(string.Concat(Roles.All.Select(_ => "---|"))).Append("---|\n");
        foreach (var row in EndpointPermissionTests.Routes(one.Web).Select(Row).Distinct().Order(StringComparer.Ordinal))
            text.Append(row).Append('\n');
        return text.ToString();
    }

    private static string Row(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var address = $"{(methods.Contains("GET") ? "" : methods[0] + " ")}/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
        var opens = endpoint.Metadata.GetMetadata<IOpens>()!;
        var handler = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type ?? (MemberInfo?)endpoint.Metadata.GetMetadata<MethodInfo>();
        var by = opens.By is { } act ? $"`{act.Name}`" : opens.Why;
        return string.Create(CultureInfo.InvariantCulture, $"| `{address}` | {opens.Permission} | {by} |")
            + string.Concat(Roles.All.Select(role => $" {Cell(address, role, opens.Permission)} |")) + $" {Shown(address, opens.By, handler)} |";
    }

    private static string Cell(string address, Role role, Permission permission) =>
        !Access.Allows(role, permission) ? ""
        : EndpointTable.Whose.TryGetValue(address, out var whose) ? Access.ScopeOf(role, whose)?.ToString().ToLowerInvariant() ?? "none"
        : "yes";

    /// <summary>By whose scope rows are looked for, or why they need not be.</summary>
    private static string Shown(string address, Type? by, MemberInfo? handler)
    {
        if (EndpointTable.Whose.TryGetValue(address, out var whose))
            return $"by the scope of {whose}";
        if (EndpointTable.OfLevel.Contains(address))
            return "a referral to one's level or below";
        if (by?.GetCustomAttribute<UnscopedAttribute>() is { } unscoped)
            return unscoped.Why;
        var scoped = handler is null ? [] : Reach.Of(handler).Asked
            .Where(asked => asked.IsAssignableTo(typeof(IReading)) && asked.GetCustomAttribute<UnscopedAttribute>() is null)
            .Select(asked => asked.Name).Order(StringComparer.Ordinal).ToList();
        return scoped.Count == 0 ? "" : $"{string.Join(", ", scoped)}: by the asker's scope";
    }
}
