using Answerable.App.People;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.People;

/// <summary>What happens to a person while they sign in, or while they are signed in.</summary>
internal static class Meantime
{
    public static async Task GiveAsync(this TestCentre centre, RacesTests.Meanwhile meanwhile, PersonId person)
    {
        switch (meanwhile)
        {
            case RacesTests.Meanwhile.Deactivated:
                Assert.True((await centre.DoAsync(new DeactivatePerson(person, "left"))).Allowed);
                break;
            case RacesTests.Meanwhile.GivenRoles:
                Assert.True((await centre.DoAsync(new PlacePerson(person, null, [Role.Planner]))).Allowed);
                break;
            case RacesTests.Meanwhile.GivenPassword:
                var link = (await centre.DoAsync(new RenewInvitation(person))).Value;
                Assert.True((await centre.DoAsync(new AcceptInvitation(link.Token, AtTheDoor.NewPassword, AtTheDoor.NewPassword))).Allowed);
                break;
        }
    }

    public static async Task<bool> StandsAsync(this TestCentre centre, Session session) =>
        await centre.Services.GetRequiredService<Sessions>().PlaceAsync(session.Shown) is not null;
}
