using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Takes a week away: the queue keeps the hours of all again; where it was those of all, nothing is said of hours.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record RemoveOpeningWeek(string Queue) : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre) : IHandle<RemoveOpeningWeek, Done>
    {
        public async Task<Outcome<Done>> Handle(RemoveOpeningWeek act, ActContext context, CancellationToken stop)
        {
            var row = await CentreRow.OfAsync(context.Db, stop);
            if (row.Opening().Weeks.All(week => week.Queue != act.Queue))
                return new Refusal("not-found", "There are no such hours. Somebody else may have taken them away.");
            row.Open(row.Opening().Without(act.Queue));
            centre.Change(row, context, new OpeningWeekRemoved(act.Queue));
            return Done.It;
        }
    }
}
