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
            return before is null || after is null
                ? ProceduresRefusals.NoSuchVersion
                : new Differences(before, after, ChartComparison.Of(before, after));
        }
    }
}
