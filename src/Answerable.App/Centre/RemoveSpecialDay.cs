using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Takes a special day away: the date opens as its weekday does, or stays closed for a bank holiday.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record RemoveSpecialDay(DateOnly Date, string Queue) : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre) : IHandle<RemoveSpecialDay, Done>
    {
        public async Task<Outcome<Done>> Handle(RemoveSpecialDay act, ActContext context, CancellationToken stop)
        {
            var row = await CentreRow.OfAsync(context.Db, stop);
            if (!row.Opening().Special.Any(day => day.Date == act.Date && day.Queue == act.Queue))
                return new Refusal("not-found", "There is no such special day. Somebody else may have taken it away.");
            row.Open(row.Opening().Without(act.Date, act.Queue));
            centre.Change(row, context, new SpecialDayRemoved(act.Date, act.Queue));
            return Done.It;
        }
    }
}
