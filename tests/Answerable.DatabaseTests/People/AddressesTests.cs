using Answerable.App.Authority;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>Addresses and names as people type and paste them.</summary>
public sealed class AddressesTests
{
    [Theory, EachDatabase]
    public async Task An_address_is_one_account_composed_or_not_in_capitals_or_with_what_shows_nothing_round_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("zo\u00EB");
        foreach (var typed in new[] { "zoe\u0308", "ZO\u00CB", " zo\u00EB", "\u200Bzo\u00EB" })
        {
            (await centre.SignInAsync(typed)).Opened();
            Assert.False((await centre.DoAsync(new InvitePerson("Zoe", AtTheDoor.Email(typed), [Role.Agent], null))).Allowed);
        }
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("zoe")).Away());
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("zo\u00EB+desk")).Away());
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("zo\u00EB", AtTheDoor.Password + " ")).Away());
    }

    [Theory, EachDatabase]
    public async Task What_turns_the_text_round_stands_in_no_name(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string Name = "Ada\u202Egnp.exe";
        var refused = new[]
        {
            (await centre.DoAsync(new InvitePerson(Name, "ada@centre.example", [Role.Agent], null))).Refusals,
            (await centre.DoAsync(new FormTeam(Name))).Refusals,
            (await centre.DoAsync(new CreateKey(Name, "telephony"))).Refusals,
            (await centre.DoAsync(new DefineDecisionKind("gift", Name, true))).Refusals,
            (await centre.DoAsync(new App.Centre.ChangeCentre(Name, "Europe/London", "GBP", ""))).Refusals,
        };
        Assert.All(refused, refusals => Assert.Equal(("name.unreadable", "Name"), (Assert.Single(refusals).Code, refusals[0].Field)));
        Assert.Equal("name.unreadable", (await centre.DoAsync(new App.Centre.ChangeOpeningWeek(
            Name, [.. Enumerable.Repeat("09:00-17:00", 7)], NewQueue: true))).Refusals[0].Code);
        Assert.Equal("person.email",
            (await centre.DoAsync(new InvitePerson("Ada", "ada\u202E@centre.example", [Role.Agent], null))).Refusals[0].Code);
    }
}
