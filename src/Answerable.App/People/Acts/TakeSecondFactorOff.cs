using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Takes the second factor and the passkeys off somebody who has lost them. Two administrators do it together, for whoever does
/// it alone could let themselves in as anybody; or whoever holds the machine, by the command line.</summary>
[Needs(Permission.AdministerPeople)]
public sealed record TakeSecondFactorOff(PersonId Person) : IAct<Done>
{
    internal sealed class Handler : IHandle<TakeSecondFactorOff, Done>
    {
        public async Task<Outcome<Done>> Handle(TakeSecondFactorOff act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<Credentials>().FindAsync([act.Person], stop) is not { } credentials)
                return PeopleRefusals.NotFound;
            var passkeys = await context.Db.Set<PasskeyRow>().Where(row => row.Person == act.Person).ToListAsync(stop);
            if (!credentials.TwoFactorEnabled && passkeys.Count == 0)
                return new Refusal("second-factor.off", "They have no second factor to take off.");
            if (context.Who.Person == act.Person)
                return new Refusal("person.oneself", "Take your own off under your name at the top, with your password.");
            if (context.Who.Person is not null && context.AskedBy is null)
                return Countersigned.Needed;
            // What was lost may hold passkeys too: they go with it.
            context.Db.RemoveRange(passkeys);
            await SecondFactorRows.ClearAsync(context.Db, credentials.Id, stop);
            (credentials.TwoFactorEnabled, credentials.LastCodeStep) = (false, null);
            await WrongTries.ForgetAsync(context.Db, credentials.Id, stop);
            credentials.EndSessions(context);
            context.Happened(new SecondFactorSet(act.Person, On: false), act.Person);
            return Done.It;
        }
    }

    internal sealed class Together(IHandle<TakeSecondFactorOff, Done> handler)
        : Countersigned<TakeSecondFactorOff, Done>("second-factor-off", handler)
    {
        protected override async Task<Countersigned.Matter> MatterAsync(
            AnswerableDb db, TakeSecondFactorOff act, DateTimeOffset now, CancellationToken stop) => new(
            act.Person.Value, $"Take the second factor off {(await PersonNames.OfAsync(db, [act.Person], stop))[act.Person]}", act.Person);

        protected override async Task<bool> StandsAsync(AnswerableDb db, TakeSecondFactorOff act, DateTimeOffset now, CancellationToken stop) =>
            await db.Set<Credentials>().AnyAsync(row => row.Id == act.Person && row.TwoFactorEnabled, stop)
            || await db.Set<PasskeyRow>().AnyAsync(row => row.Person == act.Person, stop);
    }
}
