using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Comparison;

namespace Answerable.App.Procedures;

/// <summary>What differs between two versions of a procedure: steps added, removed, changed and moved.</summary>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record VersionComparison(ProcedureId Procedure, int Before, int After) : IReading<VersionComparison.Differences>
{
    public sealed record Differences(Chart Before, Chart After, IReadOnlyList<NodeChange> Changes);

    internal sealed class Reader : IAnswer<VersionComparison, Differences>
    {
        public async Task<Outcome<Differences>> Answer(VersionComparison reading, ReadingContext context, CancellationToken stop)
        {
            var before = await VersionsInForce.ChartAsync(context.Db, reading.Procedure, reading.Before, stop);
            var after = await VersionsInForce.ChartAsync(context.Db, reading.Procedure, reading.After, stop);
            if (before is null || after is null)
                return ProceduresRefusals.NoSuchVersion;
            var kinds = await VersionRows.KindsAsync(context.Db, stop);
            return new Differences(before, after, ChartComparison.Of(KindsCalled.Of(before, kinds), KindsCalled.Of(after, kinds)));
        }
    }
}
