using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>The chart of one version, for whoever is led by it.</summary>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ChartOf(ProcedureId Procedure, int Version) : IReading<Chart>
{
    internal sealed class Reader : IAnswer<ChartOf, Chart>
    {
        public async Task<Outcome<Chart>> Answer(ChartOf reading, ReadingContext context, CancellationToken stop) =>
            await VersionsInForce.ChartAsync(context.Db, reading.Procedure, reading.Version, stop) is { } chart
                ? chart : ProceduresRefusals.NoSuchVersion;
    }
}
