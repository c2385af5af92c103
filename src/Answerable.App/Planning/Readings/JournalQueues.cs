using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Planning;

/// <summary>What of the journal a series can be taken from: its queues, contact types and dates.</summary>
[Needs(Permission.Plan)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record JournalQueues : IReading<JournalQueues.Finding>
{
    /// <param name="First">The first contact; nothing when there is none.</param>
    public sealed record Finding(IReadOnlyList<MeasuresExtent.Choice> Queues, IReadOnlyList<MeasuresExtent.Choice> Types, DateOnly? First,
        DateOnly? Last);

    internal sealed class Reader(IAnswer<MeasuresExtent, MeasuresExtent.Finding> extents, CentreInForce centre) : IAnswer<JournalQueues, Finding>
    {
        public async Task<Outcome<Finding>> Answer(JournalQueues reading, ReadingContext context, CancellationToken stop)
        {
            var zone = NodaTime.DateTimeZoneProviders.Tzdb[(await centre.NowAsync()).Zone];
            return (await extents.Answer(new MeasuresExtent(), context, stop)).Then<Finding>(extent =>
            {
                var spans = extent.UsualKinds.Where(extent.Kinds.ContainsKey).Select(kind => extent.Kinds[kind]).ToList();
                return new Finding(
                    extent.Choices[Dimension.Queue], extent.Choices[Dimension.Type],
                    spans.Count == 0
                        ? null : DateOf(spans.Min(span => span.First), zone), spans.Count == 0 ? null : DateOf(spans.Max(span => span.Last), zone));
            });
        }

        private static DateOnly DateOf(DateTimeOffset instant, NodaTime.DateTimeZone zone) =>
            NodaTime.Instant.FromDateTimeOffset(instant).InZone(zone).Date.ToDateOnly();
    }
}
