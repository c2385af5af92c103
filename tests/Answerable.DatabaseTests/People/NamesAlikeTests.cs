using Answerable.App.Centre;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.Model.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.People;

/// <summary>Two that cannot be told apart by whoever reads them do not stand beside each other, whatever they are names of.</summary>
public sealed class NamesAlikeTests
{
    private static readonly string[] Alike = ["Cafe\u0301 desk", "CAFÉ DESK", "Café  desk", "Ｃａｆé desk"];

    [Theory, EachDatabase]
    public async Task A_name_that_looks_like_one_there_is_is_taken(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.DoAsync(new FormTeam("Café desk"))).Allowed);
        Assert.True((await centre.DoAsync(new CreateKey("Café desk", null, null))).Allowed);
        Assert.True((await centre.DoAsync(new DefineContactType(new ContactType("cafe", "Café desk", true)))).Allowed);
        Assert.True((await centre.DoAsync(new DefineContactType(new ContactType("other", "Other", true)))).Allowed);
        var other = (await centre.AskAsync(new ContactTypeRecord("other"))).Value;
        foreach (var name in Alike)
        {
            Assert.Equal("team.name-taken", Assert.Single((await centre.DoAsync(new FormTeam(name))).Refusals).Code);
            Assert.False((await centre.DoAsync(new CreateKey(name, null, null))).Allowed);
            Assert.Contains("contact-type.name-known",
                (await centre.DoAsync(new DefineContactType(new ContactType("again", name, true)))).Refusals.Select(why => why.Code));
            Assert.False((await centre.DoAsync(new ChangeContactType("other", other.Revision, other.Type with { Name = name }))).Allowed);
        }
    }

    [Theory, EachDatabase]
    public async Task Hours_said_of_a_queue_are_of_the_one_it_looks_like(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] days = ["09:00-17:00", "", "", "", "", "", ""];
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("Café desk", days, NewQueue: true))).Allowed);
        foreach (var name in Alike)
            Assert.True((await centre.DoAsync(new ChangeOpeningWeek(name, days, NewQueue: true))).Allowed);
        centre.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("Café desk", Assert.Single((await centre.Services.GetRequiredService<CentreInForce>().NowAsync()).Hours.Weeks).Queue);
    }
}
