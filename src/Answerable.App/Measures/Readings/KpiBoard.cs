using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>All figures of a page, read at one moment: one image, one set of names and labels, one reading of the definitions, whatever is delivered
/// meanwhile.</summary>
/// <param name="Asks">Told what there are measures of, says which figures the page shows; asked again should storage move on while it is
/// read.</param>
[Needs(Permission.ReadMeasures)]
[Unscoped(UnscopedAttribute.ByKpiPlan)]
public sealed record KpiBoard(Func<MeasuresExtent.Finding, IReadOnlyList<KpiFigures>> Asks) : IReading<KpiBoard.Finding>
{
    /// <summary>Waits until every changed quarter-hour is added up, as figures that go into a report must.</summary>
    public bool Whole { get; init; }

    /// <param name="Figures">In the order in which they were asked for; none where any was refused.</param>
    public sealed record Finding(MeasuresExtent.Finding Extent, IReadOnlyList<KpiFigures.Finding> Figures, IReadOnlyList<Refusal> Refused);

    internal sealed class Reader(KpiReader reader) : IAnswer<KpiBoard, Finding>
    {
        public Task<Outcome<Finding>> Answer(KpiBoard reading, ReadingContext context, CancellationToken stop) =>
            reader.OfOneMomentAsync<Outcome<Finding>>(async moment =>
            {
                var extent = await MeasuresExtent.OfAsync(moment, stop);
                var found = await reader.ReadAsync(reading.Asks(extent), moment, stop);
                return found.Allowed ? new Finding(extent, found.Value, []) : new Finding(extent, [], [.. found.Refusals]);
            }, context, reading.Whole);
    }
}
