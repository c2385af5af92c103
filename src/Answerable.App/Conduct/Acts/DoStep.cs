using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>
/// Does the step a contact stands at, with what was typed into its fields. Where it decides more than the one at the desk may,
/// it is put to somebody who may, and the step waits.
/// </summary>
/// <param name="Turn">The place the page was made for.</param>
/// <param name="Said">The words that must be said were said.</param>
/// <param name="Reason">What to tell the one it may be referred to.</param>
/// <param name="AllTheSame">To be asked for though nobody may approve so much as limits stand.</param>
[Needs(Permission.HandleContacts)]
public sealed record DoStep(ContactId Contact, [ToTheLetter] string Node, int Turn, IReadOnlyDictionary<string, string> Fields, bool Said = false,
    string? Reason = null, bool AllTheSame = false) : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre) : IHandle<DoStep, Done>
    {
        public Task<Outcome<Done>> Handle(DoStep act, ActContext context, CancellationToken stop) =>
            ContactOnDesk.MoveAsync(context, act.Contact, act.Turn, walk => MoveAsync(act, context, walk, stop), stop);

        private async Task<Outcome<Move>> MoveAsync(DoStep act, ActContext context, WalkInHand walk, CancellationToken stop)
        {
            if (walk.Node is not Step step || step.Key != act.Node)
                return ConductRefusals.Stale;
            var read = FieldReading.Read(step, act.Fields, act.Said, (await centre.NowAsync()).Currency);
            if (!read.Allowed)
                return read.Then<Move>(_ => ConductRefusals.Stale);
            var noted = new List<Noted>();
            foreach (var one in read.Value)
                noted.Add(await KeptAsync(context, walk.Handling, step, one, stop));
            var words = step.Authority is null ? null : await OwnWords.KeepAsync(context.Db, walk.Handling.Owner, act.Reason, stop);
            return new Move.Do(act.Node, noted, act.Said, words, act.AllTheSame);
        }

        private static async Task<Noted> KeptAsync(ActContext context, HandlingRow handling, Step step, Noted noted, CancellationToken stop)
        {
            var personal = step.Fields.First(field => field.Name == noted.Field).IsKeptApart() && noted.Field != step.Authority?.AmountField;
            return personal && !noted.Empty
                ? new Noted(noted.Field, null, await OwnWords.KeepAsync(context.Db, handling.Owner, noted.Value, stop))
                : noted;
        }
    }
}
