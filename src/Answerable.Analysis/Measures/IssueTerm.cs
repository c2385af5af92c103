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

    internal override void AddUp(QuarterColumns quarter, CellGroups groups, TermContext context, Span<long> totals)
    {
        var starts = quarter.Starts(Histogram);
        if (starts[0] == starts[^1])
            return;
        var (window, next) = (context.Parameters.WindowDays, 0);
        var passed = quarter.Quarter + 1 + window * QuartersADay;
        foreach (ref readonly var code in quarter.Codes)
        {
            var place = next++;
            var group = groups.AreOne ? groups.All : groups.Each[place];
            if (group >= 0 && starts[place] < starts[place + 1])
                totals[group] += Sum(quarter, starts[place], starts[place + 1], window, passed <= context.Horizons.Of(code));
        }
    }

    private long Sum(QuarterColumns quarter, int from, int to, int window, bool known)
    {
        var sum = 0L;
        for (var at = from; at < to; at++)
            if (Counts(quarter.Values[at], window, known))
                sum += quarter.Contacts[at];
        return sum;
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
