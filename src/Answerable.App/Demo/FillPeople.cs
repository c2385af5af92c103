using Answerable.App.People;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>The teams and the people, who all have one password: it is hashed once.</summary>
internal static class FillPeople
{
    public static async Task RunAsync(DemoHand hand, IPasswordHasher<Person> hasher, DateTimeOffset at, CancellationToken stop)
    {
        if (await hand.Db.Teams.AnyAsync(team => team.Demo, stop))
            return;
        foreach (var team in DemoTeams.All)
        {
            hand.Db.Teams.Add(new TeamRow { Id = DemoTeams.IdOf(team), Name = team, Demo = true });
            hand.Happened(new TeamFormed(DemoTeams.IdOf(team), team), DemoTeams.IdOf(team).Value, at);
        }
        var hash = hasher.HashPassword(new Person(), DemoAccounts.Password);
        foreach (var person in DemoPeople.All)
        {
            var row = Row(person, hash);
            hand.Db.Users.Add(row);
            await RoleRows.SetAsync(hand.Db, row.Id, [person.Role], stop);
            hand.Happened(new PersonInvited(person.Id, [person.Role], person.TeamId), row.Id, at);
        }
    }

    private static Person Row(DemoPerson person, string passwordHash) => new()
    {
        Id = person.Id.Value,
        DisplayName = person.Name,
        Email = person.Email,
        UserName = person.Email,
        NormalizedEmail = person.Email.ToUpperInvariant(),
        NormalizedUserName = person.Email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Ids.New().ToString("N"),
        PasswordHash = passwordHash,
        TeamId = person.TeamId?.Value,
        Demo = true,
    };
}
