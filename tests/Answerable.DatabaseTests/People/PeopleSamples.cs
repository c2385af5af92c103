using Answerable.App.People;
using Answerable.DatabaseTests.Acts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.People;

internal sealed class PeopleSamples : IActSamples
{
    public IReadOnlyDictionary<Type, Func<ActStage, Task>> Samples { get; } = new Dictionary<Type, Func<ActStage, Task>>
    {
        [typeof(FormTeam)] = stage => stage.Must(new FormTeam(stage.Name("Team"))),
        [typeof(InvitePerson)] = stage => stage.PersonAsync(),
        [typeof(RenewInvitation)] = OnPerson(person => new RenewInvitation(person)),
        [typeof(AcceptInvitation)] = async stage => await stage.Must(
            new AcceptInvitation((await stage.Must(new RenewInvitation((await stage.PersonAsync()).Id))).Token, ActStage.Password,
                ActStage.Password)),
        [typeof(PlacePerson)] = OnPerson(person => new PlacePerson(person, null, [Role.SeniorAgent])),
        [typeof(DeactivatePerson)] = OnPerson(person => new DeactivatePerson(person, "Left.")),
        [typeof(ReactivatePerson)] = async stage =>
        {
            var person = (await stage.PersonAsync()).Id;
            await stage.Must(new DeactivatePerson(person, "Left."));
            await stage.Must(new ReactivatePerson(person));
        },
        [typeof(ChangePassword)] = async stage =>
            await stage.Must(new ChangePassword(ActStage.Password, "four other words entirely", "four other words entirely"),
                await stage.WithPasswordAsync()),
        [typeof(SignOut)] = async stage => await stage.Must(new SignOut(), await stage.PersonAsync()),
        [typeof(SignIn)] = async stage => await stage.Must(new SignIn(ActStage.EmailOf(await stage.WithPasswordAsync()), ActStage.Password)),
        [typeof(TurnSecondFactorOn)] = stage => stage.SecondFactorAsync(),
        [typeof(TurnSecondFactorOff)] = async stage =>
        {
            var person = await stage.SecondFactorAsync();
            await stage.Must(new TurnSecondFactorOff(ActStage.Password), person);
        },
        [typeof(SignInByCode)] = async stage =>
        {
            var person = await stage.SecondFactorAsync();
            await using var db = stage.Centre.OpenDb();
            var stamp = await db.Set<Credentials>().Where(row => row.Id == person.Id).Select(row => row.SecurityStamp).SingleAsync();
            await stage.Must(new SignInByCode(person.Id, stamp!, OneTimeCode.At(ActStage.Key, stage.Centre.Time.GetUtcNow().AddSeconds(30))));
        },
    };

    private static Func<ActStage, Task> OnPerson<TResult>(Func<PersonId, App.Acts.IAct<TResult>> act) =>
        async stage => await stage.Must(act((await stage.PersonAsync()).Id));
}
