using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Analysis.Measures;

/// <summary>Somebody said what they were doing.</summary>
/// <param name="Number">The fact's number in the journal, which orders facts of one instant.</param>
public readonly record struct PresenceLine(PersonId Person, FactKind Kind, long AtMs, long Number, Presence To);

/// <summary>What somebody was doing from one of their lines to the next.</summary>
public readonly record struct PresenceStretch(PresenceLine From, PresenceLine Until)
{
    private const long QuarterMs = 900_000;

    /// <summary>A state left standing longer than this is taken as a forgotten sign-out and not counted.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(16);

    /// <summary>All stretches there are between these lines, whatever their order; those too long to be meant are none.</summary>
    public static IEnumerable<PresenceStretch> Of(IEnumerable<PresenceLine> lines) =>
        lines.GroupBy(line => (line.Person, line.Kind)).SelectMany(own =>
        {
            PresenceLine[] rising = [.. own.OrderBy(line => line.AtMs).ThenBy(line => line.Number)];
            return rising.Zip(rising.Skip(1), (from, until) => new PresenceStretch(from, until));
        }).Where(stretch => stretch.Until.AtMs - stretch.From.AtMs <= Longest.TotalMilliseconds);

    /// <summary>The quarter-hours it lies in, with its part of each. Unit: milliseconds.</summary>
    public IEnumerable<(int Quarter, long Ms)> Quarters()
    {
        for (var at = From.AtMs; at < Until.AtMs;)
        {
            var quarter = Math.DivRem(at, QuarterMs).Quotient;
            var end = Math.Min(Until.AtMs, (quarter + 1) * QuarterMs);
            yield return ((int)quarter, end - at);
            at = end;
        }
    }
}
