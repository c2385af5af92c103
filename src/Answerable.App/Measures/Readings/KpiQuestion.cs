using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.Model;
using NodaTime;
using Interval = Answerable.Analysis.Measures.Interval;

namespace Answerable.App.Measures;

/// <summary>What may be asked of a KPI, refused in words where it may not.</summary>
internal static class KpiQuestion
{
    private const int MostDays = 3_700;
    private const int MostIntervals = 3_000;

    // Beyond it an answer is no longer read by anybody, and its sums alone would fill the memory of a small machine.
    private const int MostFigures = 500_000;

    // A team or person without any time kept is none that could be mistyped: nothing matches, and the figure says so.
    private const int NobodysNumber = -1;

    public static Outcome<Kpi> Kpi(KpiFigures asked)
    {
        if (Kpis.Find(asked.Kpi) is { } kpi)
            return kpi;
        var like = Kpis.Like(asked.Kpi);
        return new Refusal("not-found", like.Count > 1
            ? $"'{asked.Kpi}' has {like.Count} definitions, name one: {string.Join(", ", like)}."
            : $"There is no KPI named '{asked.Kpi}'. There are: {string.Join(", ", Kpis.All.Select(known => known.Name))}.", nameof(KpiFigures.Kpi));
    }

    public static Outcome<LocalPeriod> PeriodOf(KpiFigures asked, string zoneOfCentre)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(asked.Zone ?? zoneOfCentre) is not { } zone)
            return new Refusal("measures.zone", $"'{asked.Zone}' is no time zone; write it as {zoneOfCentre}.", nameof(KpiFigures.Zone));
        if (asked.To <= asked.From)
            return new Refusal("measures.period", "The period must end after it begins: the end is the date after the last.", nameof(KpiFigures.To));
        var period = new LocalPeriod(LocalDate.FromDateOnly(asked.From), LocalDate.FromDateOnly(asked.To), zone);
        if (period.Days > MostDays)
            return new Refusal("measures.period", "Ask for at most ten years at once.", nameof(KpiFigures.To));
        if (asked.Interval is { } interval && period.Days * PerDay(interval) > MostIntervals)
            return new Refusal("measures.intervals", "That would be more than 3,000 intervals: choose longer ones or a shorter period.",
                nameof(KpiFigures.Interval));
        return ParametersOf(asked) is { Count: > 0 } refused ? refused : period;
    }

    /// <param name="everybody">Whether whoever asks may see everybody's figures: else nobody is named to them.</param>
    public static Outcome<IReadOnlyDictionary<Dimension, int>> OnlyOf(KpiFigures asked, Kpi kpi, Names names, Labels labels, bool everybody)
    {
        var (only, refusals) = (new Dictionary<Dimension, int>(), new List<Refusal>());
        if (asked.Split is { } split && !kpi.Family.KeptBy(split))
            refusals.Add(NotKept(kpi, split));
        foreach (var (dimension, text) in asked.Only)
            if (!kpi.Family.KeptBy(dimension))
                refusals.Add(NotKept(kpi, dimension));
            else if ((names.Find(dimension, text) ?? names.Find(dimension, Written(text)) ?? names.Find(dimension, labels.KeyOf(dimension, text)))
                is { } number)
                only[dimension] = number;
            else if (kpi.Family == AgentMeasures.Family)
                only[dimension] = NobodysNumber;
            else
                refusals.Add(new Refusal("measures.no-such-value", $"No contact has the {dimension.Words().ToLowerInvariant()} '{text}'."
                    + (dimension == Dimension.Agent && !everybody ? "" : Known(dimension, names, labels)), dimension.ToString()));
        return refusals.Count > 0 ? refusals : only;
    }

    /// <summary>A refusal where a split by so many values in so many intervals would be more figures than are read at once.</summary>
    public static Refusal? TooMany(KpiFigures asked, Names names, LocalPeriod period)
    {
        if (asked is not { Split: { } split, Interval: { } interval })
            return null;
        var (values, intervals) = (names.Width(split), period.Starts(interval).Count);
        return (long)values * intervals <= MostFigures ? null : new Refusal("measures.figures", string.Create(CultureInfo.CurrentCulture,
            $"That would be more than {MostFigures:#,0} figures, {intervals:#,0} intervals for each of {values:#,0} values of " +
            $"{split.Words().ToLowerInvariant()}: choose longer intervals or a shorter period."), nameof(KpiFigures.Interval));
    }

    private static List<Refusal> ParametersOf(KpiFigures asked)
    {
        var refusals = new List<Refusal>();
        Check(refusals, asked.Threshold, 0, 604_800, "The threshold is 0 to 604,800 whole seconds.", nameof(KpiFigures.Threshold));
        Check(refusals, asked.ShortAbandon, 0, 3_600, "A short abandon is 0 to 3,600 whole seconds.", nameof(KpiFigures.ShortAbandon));
        Check(refusals, asked.Window, 1, Repeat.LongestWindow, "The repeat window is 1 to 30 whole days.", nameof(KpiFigures.Window));
        return refusals;
    }

    private static void Check(List<Refusal> refusals, int? value, int least, int most, string sentence, string field)
    {
        if (value < least || value > most)
            refusals.Add(new Refusal("measures.parameter", sentence, field));
    }

    private static int PerDay(Interval interval) => interval switch
    {
        Interval.QuarterHour => 96,
        Interval.HalfHour => 48,
        Interval.Hour => 24,
        Interval.Day => 1,
        Interval.Week or Interval.Month => 0,
    };

    private static Refusal NotKept(Kpi kpi, Dimension dimension) => new("measures.not-kept",
        kpi.Family == AgentMeasures.Family
            ? $"{kpi.Title} is about agents' time, which is not kept by {dimension.Words().ToLower(CultureInfo.CurrentCulture)}; take team or agent."
            : $"{kpi.Title} is not kept by {dimension.Words().ToLower(CultureInfo.CurrentCulture)}.", dimension.ToString());

    /// <summary>An id as names have it, whatever its capitals; a version's begins with its procedure's.</summary>
    private static string Written(string text) => text.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
        ? Written(text[..end]) + text[end..]
        : Guid.TryParse(text, out var id) ? id.ToString() : text;

    private static string Known(Dimension dimension, Names names, Labels labels)
    {
        var known = names.Known(dimension).Take(20)
            .Select(number => labels.Of(dimension, names.Text(dimension, number))).ToList();
        return known.Count == 0 ? "" : $" There are: {string.Join(", ", known)}.";
    }
}
