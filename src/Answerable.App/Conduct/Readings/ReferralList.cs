using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Referrals one could take: those put to oneself, those that wait for one's role, those with colleagues; and the ones closed
/// lately.</summary>
[Needs(Permission.TakeReferrals)]
[Unscoped("a referral reaches whoever may decide it, in whichever team: the asker's own and those their role may take")]
public sealed record ReferralList : IReading<ReferralList.View>
{
    private const int Most = 50;

    public sealed record View(IReadOnlyList<Line> Mine, IReadOnlyList<Line> Open, IReadOnlyList<Line> Elsewhere, IReadOnlyList<Line> Closed)
    {
        public int New => Mine.Count(line => line.State == ReferralState.Open) + Open.Count;
    }

    public sealed record Line(
        ReferralId Id, ReferralMatter Matter, ReferralState State, string? Decision, long? Pence, string RequestedBy, Role ToRole, string? With,
        bool Urgent, DateTimeOffset OpenedAt, DateTimeOffset AnswerBy, DateTimeOffset? ClosedAt, int Case, bool Demo);

    internal sealed class Reader : IAnswer<ReferralList, View>
    {
        public async Task<Outcome<View>> Answer(ReferralList reading, ReadingContext context, CancellationToken stop)
        {
            if (context.Who.Person is not { } me)
                return DeskRefusals.NotInLine;
            var role = context.Who.Line ?? Role.Agent;
            var db = context.Db;
            var waiting = await db.Set<ReferralRow>().Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
                .Where(row => row.RequestedBy != me)
                .OrderByDescending(row => row.Urgent).ThenBy(row => row.OpenedAt).Take(4 * Most).ToListAsync(stop);
            var closed = await db.Set<ReferralRow>().Where(row => row.ClosedAt != null && row.DecidedBy == me)
                .OrderByDescending(row => row.ClosedAt).Take(10).ToListAsync(stop);
            bool Mine(ReferralRow row) => (row.AcceptedBy ?? row.AssignedTo) == me;
            bool Open(ReferralRow row) => row.AcceptedBy is null && row.AssignedTo is null && row.ToRole <= role;
            return new View(
                await LinesAsync(context, waiting.Where(Mine), stop),
                await LinesAsync(context, waiting.Where(row => !Mine(row) && Open(row)), stop),
                await LinesAsync(context, waiting.Where(row => !Mine(row) && !Open(row) && row.ToRole <= role), stop),
                await LinesAsync(context, closed, stop));
        }

        private static async Task<List<Line>> LinesAsync(ReadingContext context, IEnumerable<ReferralRow> rows, CancellationToken stop)
        {
            var (db, shown) = (context.Db, rows.Take(Most).ToList());
            if (shown.Count == 0)
                return [];
            var names = await PersonNames.OfAsync(db, shown.SelectMany(row => new PersonId?[] { row.RequestedBy, row.AcceptedBy ?? row.AssignedTo }),
                stop);
            var kinds = await db.Set<DecisionKindRow>().ToDictionaryAsync(kind => kind.Code, kind => kind.Name, stop);
            var caseIds = shown.Select(row => row.Case).Distinct().ToArray();
            var cases = await db.Set<CaseRow>().Where(row => caseIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number, stop);
            return shown.ConvertAll(row =>
                new Line(row.Id, row.Matter, row.State, row.DecisionKind is { } code ? kinds.GetValueOrDefault(code, code) : null, row.Pence,
                names[row.RequestedBy]
                    ?? PersonNames.Gone, row.ToRole, names[row.AcceptedBy ?? row.AssignedTo], row.Urgent, row.OpenedAt, row.AnswerBy, row.ClosedAt,
                cases.GetValueOrDefault(row.Case), row.Kind == FactKind.Demo));
        }
    }
}
