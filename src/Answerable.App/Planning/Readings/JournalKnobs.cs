using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Planning;

/// <summary>
/// What the journal says of the knobs over the days and the queue a series is taken from: handling time as its mean, patience by likelihood with
/// answers as cut-off waits, which for an exponential patience is all the waiting there was over the number who left.
/// </summary>
/// <param name="Counted">Which contacts.</param>
[Needs(Permission.Plan)]
[Unscoped(UnscopedAttribute.ByKpiPlan)]
public sealed record JournalKnobs(JournalCounts Counted) : IReading<JournalKnobs.Finding>
{
    /// <summary>Fewer who left than this say too little of how long the others would have stayed.</summary>
    private const int LeastAbandons = 10;

    /// <param name="HandlingSeconds">Nothing where no handled contact has times.</param>
    /// <param name="PatienceSeconds">Nothing where too few left.</param>
    public sealed record Finding(double? HandlingSeconds, double? PatienceSeconds, long Handled, long Abandons)
    {
        /// <summary>The knobs as an address holds them; those not known are left to the usual.</summary>
        public string Words => string.Join('&', new[] { Word("aht", HandlingSeconds), Word("patience", PatienceSeconds) }.OfType<string>());

        /// <summary>Where they come from, to be shown beside the series.</summary>
        public string Said => string.Concat(
            HandlingSeconds is { } handling
                ? string.Create(CultureInfo.InvariantCulture, $"; handling time {handling:0} s, the mean of {Handled:#,0}") : "",
            PatienceSeconds is { } patience
                ? string.Create(CultureInfo.InvariantCulture, $"; patience {patience:0} s, all waiting over {Abandons:#,0} who left") : "");

        private static string? Word(string name, double? seconds) =>
            seconds is { } known ? $"{name}={Math.Round(known).ToString(CultureInfo.InvariantCulture)}" : null;
    }

    internal sealed class Reader(KpiReader reader, JournalCounts.Kinds kinds) : IAnswer<JournalKnobs, Finding>
    {
        public async Task<Outcome<Finding>> Answer(JournalKnobs reading, ReadingContext context, CancellationToken stop)
        {
            var known = await kinds.UsualAsync(stop);
            var found = await reader.ReadAsync(
                [.. ((string[])["handling-time", "speed-of-answer", "patience"]).Select(kpi => reading.Counted.Of(kpi, known))], context, stop);
            return found.Allowed ? Of(found.Value[0].Total, found.Value[1].Total, found.Value[2].Total) : found.Refusals.ToList();
        }

        private static Finding Of(Figure handling, Figure answered, Figure left)
        {
            var abandons = left.Denominator ?? 0;
            var waitedMilliseconds = (answered.Numerator ?? 0) + (left.Numerator ?? 0);
            return new Finding(
                handling.Value, abandons >= LeastAbandons && waitedMilliseconds > 0 ? waitedMilliseconds / 1000.0 / abandons : null,
                handling.Denominator ?? 0, abandons);
        }
    }
}
