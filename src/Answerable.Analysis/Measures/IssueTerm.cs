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
    /// <summary>All answered contacts, first or not, after which the customer did not come again within the window (or not so far).</summary>
    AnyNotRepeated,
    /// <summary>All answered contacts, first or not.</summary>
    Any,
}

/// <summary>
/// Counts issues by repeat codes. An issue begins with an answered contact before which nobody answered the same customer (about the same reason)
/// within the window; it is resolved at first contact when the customer does not come again within the window after it.
/// </summary>
public sealed record IssueTerm(Histogram Histogram, IssuePart Part, string Called) : Term
{
    private const int QuartersADay = 96;

    public override KpiParameterUse Uses => Part is IssuePart.Any ? KpiParameterUse.None : KpiParameterUse.Window;

    public override string Words(KpiParameters parameters) =>
        Called.Replace("{window}", parameters.WindowDays == 1 ? "1 day" : $"{parameters.WindowDays} days", StringComparison.Ordinal);

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        var starts = quarter.Starts(Histogram);
        var values = quarter.Values;
        var contacts = quarter.Contacts;
        var codes = quarter.Codes;
        var window = context.Parameters.WindowDays;
        var passed = quarter.Quarter + 1 + window * QuartersADay;
        for (var place = 0; place < groups.Length; place++)
        {
            if (groups[place] < 0 || starts[place] == starts[place + 1])
                continue;
            var known = passed <= context.Horizons.Of(codes[place]);
            var sum = 0L;
            for (var at = starts[place]; at < starts[place + 1]; at++)
                if (Counts(values[at], window, known))
                    sum += contacts[at];
            totals[groups[place]] += sum;
        }
    }

    private bool Counts(int code, int window, bool known) => Part switch
    {
        IssuePart.Known => known && Repeat.Begins(code, window),
        IssuePart.Resolved => known && Repeat.Begins(code, window) && Repeat.Rests(code, window),
        IssuePart.NotYetKnown => !known && Repeat.Begins(code, window),
        IssuePart.AnyNotRepeated => Repeat.Rests(code, window),
        IssuePart.Any => true,
    };
}
