using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>The version by which contacts of a type are guided at an instant; none where the type has none, or none yet.</summary>
/// <param name="Type">The contact type's code.</param>
/// <param name="At">Now, where it says none.</param>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ProcedureInForce(string Type, DateTimeOffset? At = null) : IReading<ProcedureInForce.Finding?>
{
    public sealed record Finding(ProcedureId Procedure, int Version, DateTimeOffset EffectiveFrom, Chart Chart);

    internal sealed class Reader : IAnswer<ProcedureInForce, Finding?>
    {
        public async Task<Outcome<Finding?>> Answer(ProcedureInForce reading, ReadingContext context, CancellationToken stop)
        {
            if (await VersionsInForce.OfTypeAsync(context.Db, reading.Type, reading.At ?? context.Now, stop) is not { } guiding)
                return default(Finding);
            var chart = await VersionsInForce.ChartAsync(context.Db, guiding.Procedure, guiding.Version, stop);
            return new Finding(guiding.Procedure, guiding.Version, guiding.EffectiveFrom, chart!);
        }
    }
}
