using System.Collections.Concurrent;
using Answerable.Model;

namespace Answerable.Analysis.Measures;

/// <summary>Which contacts of known customers are counted.</summary>
public enum IssuePart
{
    /// <summary>First contacts of issues whose window has passed.</summary>
    Known,
    /// <summary>Of those, the ones after which the customer did not come again within the window.</summary>
    Resolved,
    /// <summary>First contacts of issues whose window has not passed yet.</summary>
    NotYetKnown,
    /// <summary>All answered contacts whose window has passed, first or not.</summary>
    AnyKnown,
    /// <summary>Of those, the ones after which the customer did not come again within the window.</summary>
    AnyNotRepeated,
    /// <summary>All answered contacts whose window has not passed yet.</summary>
    AnyNotYetKnown,
}

/// <summary>
/// Counts issues by repeat codes. An issue begins with an answered contact before which nobody answered the same customer (about the same reason)
/// within the window; it is resolved at first contact when the customer does not come again within the window after it.
/// </summary>
public sealed record IssueTerm(Measure Repeats, IssuePart Part, string Called) : Term
{
    private const int QuartersADay = 96;
    private static readonly ConcurrentDictionary<(IssuePart Part, int Window, bool Known), bool[]> Tables = new();

    public override KpiParameterUse Uses => KpiParameterUse.Window;

    public override string Words(KpiParameters parameters) =>
        Called.Replace("{window}", Counted.Of(parameters.WindowDays, "day"), StringComparison.Ordinal);

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        var spread = quarter.SpreadOf(Repeats);
        if (spread.IsEmpty)
            return;
        var starts = spread.Starts;
        var window = context.Parameters.WindowDays;
        var passed = quarter.Quarter + 1 + window * QuartersADay;
        var kinds = quarter.Key(Dimension.Kind);
        var sources = quarter.Key(Dimension.Source);
        var (soon, late) = (TableOf(window, known: false), TableOf(window, known: true));
        for (var place = 0; place < groups.Length; place++)
        {
            if (groups[place] < 0 || starts[place] == starts[place + 1])
                continue;
            var table = passed <= context.Horizons.Of(kinds[place], sources[place]) ? late : soon;
            totals[groups[place]] += Sum(spread, starts[place], starts[place + 1], table);
        }
    }

    private static long Sum(QuarterColumns.View spread, int from, int to, bool[] table)
    {
        var values = spread.Values[from..to];
        var contacts = spread.Times[from..to];
        var sum = 0L;
        for (var at = 0; at < values.Length; at++)
            sum += table[values[at]] ? contacts[at] : 0;
        return sum;
    }

    // Which of the 1,024 codes count, looked up instead of worked out again for every contact.
    private bool[] TableOf(int window, bool known) => Tables.GetOrAdd((Part, window, known), static asked =>
        [.. Enumerable.Range(0, Repeat.Codes).Select(code => Counts(asked.Part, code, asked.Window, asked.Known))]);

    private static bool Counts(IssuePart part, int code, int window, bool known) => part switch
    {
        IssuePart.Known => known && Repeat.Begins(code, window),
        IssuePart.Resolved => known && Repeat.Begins(code, window) && Repeat.Rests(code, window),
        IssuePart.NotYetKnown => !known && Repeat.Begins(code, window),
        IssuePart.AnyKnown => known,
        IssuePart.AnyNotRepeated => known && Repeat.Rests(code, window),
        IssuePart.AnyNotYetKnown => !known,
    };
}
