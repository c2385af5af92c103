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
        [typeof(EndOwnSessions)] = async stage => await stage.Must(new EndOwnSessions(), await stage.WithPasswordAsync()),
        [typeof(EndSessionsOf)] = OnPerson(person => new EndSessionsOf(person)),
        [typeof(ChangeSignInRules)] = stage => stage.Must(new ChangeSignInRules(60 + stage.Next(), [])),
        [typeof(TakeSecondFactorOff)] = async stage => await stage.Must(new TakeSecondFactorOff((await stage.SecondFactorAsync()).Id)),
        [typeof(Propose)] = ProposedAsync,
        [typeof(Countersign)] = async stage => await stage.Must(
            new Countersign(await ProposedAsync(stage), Given: true), await AdministratorAsync(stage)),
        [typeof(AddPasskey)] = stage => PasskeyAsync(stage),
        [typeof(RenamePasskey)] = async stage => await OnPasskeyAsync(stage, id => new RenamePasskey(id, "Another")),
        [typeof(RemovePasskey)] = async stage => await OnPasskeyAsync(stage, id => new RemovePasskey(id, ActStage.Password)),
        [typeof(SignInByPasskey)] = async stage =>
        {
            var (person, credential) = await PasskeyAsync(stage);
            await stage.Must(new SignInByPasskey(new ShownPasskey(person.Id, credential, 1, false), stage.Centre.Time.GetUtcNow()));
        },
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

    private static async Task<(Actor Person, byte[] Credential)> PasskeyAsync(ActStage stage)
    {
        var (person, credential) = (await stage.WithPasswordAsync(), App.Ids.New().ToByteArray());
        await stage.Must(new AddPasskey(new NewPasskey(person.Id, credential, [1], 0, false, false), "My telephone", ActStage.Password), person);
        return (person, credential);
    }

    private static async Task OnPasskeyAsync<TResult>(ActStage stage, Func<Guid, App.Acts.IAct<TResult>> act)
    {
        var (person, _) = await PasskeyAsync(stage);
        await stage.Must(act((await stage.Centre.AskAsync(new OwnPasskeys(), person)).Value[0].Id), person);
    }

    private static async Task<Actor> AdministratorAsync(ActStage stage)
    {
        var name = stage.Name("Stage administrator");
        var invited = await stage.Must(new InvitePerson(name, $"{name.Replace(' ', '.')}@stage.example", [Role.Administrator], null));
        return Actor.Of(invited.Person, name, [Role.Administrator], null);
    }

    private static async Task<CountersignatureId> ProposedAsync(ActStage stage)
    {
        var (person, one) = (await stage.SecondFactorAsync(), await AdministratorAsync(stage));
        return (await stage.Must(new Propose(new TakeSecondFactorOff(person.Id), "A new telephone."), one)).Waits!.Value;
    }

    private static Func<ActStage, Task> OnPerson<TResult>(Func<PersonId, App.Acts.IAct<TResult>> act) =>
        async stage => await stage.Must(act((await stage.PersonAsync()).Id));
}
