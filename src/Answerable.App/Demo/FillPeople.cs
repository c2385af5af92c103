using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>The teams and the people, who all have one password: it is hashed once.</summary>
internal static class FillPeople
{
    public static async Task RunAsync(DemoHand hand, IPasswordHasher<Credentials> hasher, DateTimeOffset at, CancellationToken stop)
    {
        var first = DemoTeams.IdOf(DemoTeams.All[0]);
        if (await hand.Db.Set<TeamRow>().AnyAsync(team => team.Id == first, stop))
            return;
        foreach (var team in DemoTeams.All)
        {
            hand.Db.Set<TeamRow>().Add(new TeamRow { Id = DemoTeams.IdOf(team), Name = team });
            hand.Happened(new TeamFormed(DemoTeams.IdOf(team), team), DemoTeams.IdOf(team).Value, at);
        }
        var chain = await ChainKey.OfAsync(hand.Db, stop);
        var hash = hasher.HashPassword(new Credentials(), DemoAccounts.Password);
        foreach (var person in DemoPeople.All)
        {
            hand.Db.Add(new PersonRow { Id = person.Id, Name = person.Name, Team = person.TeamId });
            var credentials = Credentials.Of(person.Id, person.Email);
            credentials.PasswordHash = hash;
            hand.Db.Set<Credentials>().Add(credentials);
            await HeldRoles.SetAsync(hand.Db, person.Id, [person.Role], stop);
            hand.Happened(new PersonInvited(person.Id, [person.Role], person.TeamId, NamesCompared.SealOf(chain, person.Id, person.Name)),
                person.Id.Value, at);
        }
    }
}
