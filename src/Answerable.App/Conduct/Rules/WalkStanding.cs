using Answerable.App.Authority;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>How far somebody may go where a walk stands. Only a step that demands authority needs the matrix read.</summary>
internal static class WalkStanding
{
    public static async Task<Standing> OfAsync(AnswerableDb db, Chart chart, Walk walk, Decider decider, DateTimeOffset at, CancellationToken stop)
    {
        var spare = Ids.New<ReferralId>();
        if (chart.Find(walk.At) is not Step { Authority: { } demand })
            return new Standing(decider, Matrix.Empty, [], [], spare);
        var (matrix, kinds) = await MatrixRows.OfKindAsync(db, demand.DecisionKind, at, stop);
        var asked = new Asked(demand.DecisionKind, null, walk.Contact, walk.Case, walk.Customer);
        var given = await GivenAmounts.OfAsync(db, asked, matrix, walk.Id, walk.At, walk.Reopened.Contains(walk.At), at, stop);
        return new Standing(decider, matrix, kinds, given, spare);
    }
}
