using System.Reflection;
using Answerable.App.Acts;
using Answerable.App.Import;
using Answerable.App.Measures;
using Answerable.App.Procedures;
using Answerable.Model.People;
using Answerable.Web;
using Answerable.Web.Measures;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Answerable.DatabaseTests.Web;

/// <summary>A permission is written once, on the act or the reading; what leads there opens to nobody whom the act would refuse.</summary>
public sealed class OpensByActTests
{
    [Fact]
    public async Task Every_address_opens_by_the_act_or_reading_it_comes_to_or_says_why_not()
    {
        await using var centre = new WebCentre();
        var wrong = new List<string>();
        foreach (var (address, opens, handler) in Addresses(centre))
        {
            var asked = Reach.Of(handler).Asked;
            if (opens.By is { } by && asked.Count > 0 && !asked.Contains(by))
                wrong.Add($"{address} says {by.Name} and comes to {string.Join(", ", asked.Select(type => type.Name))}");
            if (opens.By is null && string.IsNullOrWhiteSpace(opens.Why))
                wrong.Add($"{address} opens by no act and says no reason");
            if (address.StartsWith("POST", StringComparison.Ordinal) && opens.By?.IsAssignableTo(typeof(IAct)) == false)
                wrong.Add($"{address} takes a form, and says the reading {opens.By.Name} instead of its act");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        // What is looked at is there: an endpoint's act, found in what it runs.
        var stop = Addresses(centre).Single(entry => entry.Address == "POST /imports/{id:guid}/stop");
        Assert.Contains(typeof(StopImport), Reach.Of(stop.Handler).Asked);
        Assert.Contains(typeof(BringFile), Reach.Of(Addresses(centre).Single(entry => entry.Address == "POST /imports/files").Handler).Asked);
    }

    [Fact]
    public async Task No_address_comes_to_what_those_it_opens_to_may_not_do_without_looking_whether_they_may()
    {
        await using var centre = new WebCentre();
        var wrong = from address in Addresses(centre)
                    from beyond in Reach.Of(address.Handler).Unguarded(needed => AllMay(address.Opens.Permission, needed))
                    select $"{address.Address} ({address.Opens.Permission}) comes to {beyond.Name} ({Needed.Of(beyond)})";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_part_of_Home_is_shown_to_whom_what_it_asks_would_refuse()
    {
        var parts = Modules.All.SelectMany(module => module.OnHome).ToList();
        Assert.NotEmpty(parts);
        var wrong = from part in parts
                    from role in Roles.All
                    let who = Actor.Of(PersonId.From(Guid.Empty), "somebody", [role], null)
                    where part.For(who)
                    from beyond in Reach.Of(part.Component).Unguarded(who.May)
                    select $"{part.Component.Name} is shown to the {role.Words()} and comes to {beyond.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void What_a_page_comes_to_is_found_through_its_parts_and_methods()
    {
        var reach = Reach.Of(typeof(KpiPage));
        Assert.Contains(typeof(KpiBoard), reach.Asked);
        Assert.Contains(typeof(Publications), reach.Asked);
        Assert.Equal([typeof(Publications)], reach.Unguarded(needed => needed != Permission.ReadProcedures).Concat(Reach.Of(typeof(Unlooking))
            .Unguarded(needed => needed != Permission.ReadProcedures)));
    }

    private static class Unlooking
    {
        public static Publications Ask() => new(default, default);
    }

    private static IEnumerable<(string Address, IOpens Opens, MemberInfo Handler)> Addresses(WebCentre centre) =>
        from endpoint in EndpointPermissionTests.Routes(centre)
        let opens = endpoint.Metadata.GetMetadata<IOpens>()
        where opens is not null
        let handler = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type ?? (MemberInfo?)endpoint.Metadata.GetMetadata<MethodInfo>()
        where handler is not null
        select ($"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} {endpoint.RoutePattern.RawText}", opens, handler);

    private static bool AllMay(Permission open, Permission needed) => needed switch
    {
        Permission.Anyone => true,
        Permission.SignedIn => open != Permission.Anyone,
        _ when open is Permission.Anyone or Permission.SignedIn => false,
        _ => open == needed || Roles.All.All(role => !Access.Allows(role, open) || Access.Allows(role, needed)),
    };
}
