using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Answerable.Web.Measures;

/// <summary>What a page of measures was asked to show. The address is the whole of it, so that a page can be sent to a colleague.</summary>
public sealed class MeasuresQuery
{
    public const string Before = "before";
    public const string SameDays = "same-days";
    private const int UsualDays = 28;

    private static readonly Dimension[] Filters =
        [Dimension.Queue, Dimension.Type, Dimension.Channel, Dimension.Team, Dimension.Agent, Dimension.Version, Dimension.Source,
            Dimension.Direction];

    private readonly Dictionary<string, string> _given;

    public MeasuresQuery(IQueryCollection query, MeasuresExtent.Finding extent, DateTimeOffset now)
    {
        _given = query.Where(pair => pair.Value.ToString().Length > 0 && pair.Key != "page").ToDictionary(pair => pair.Key, pair => pair.Value[^1]!);
        Kinds = KindsOf(Given("kind")) ?? extent.UsualKinds;
        Last = DateOf("last") ?? UsualLast(extent, now);
        First = DateOf("from") is { } first && first <= Last ? first : Last.AddDays(1 - UsualDays);
        Split = KpiWords.Dimension(Given("split"));
        Interval = KpiWords.Interval(Given("interval"));
        Only = Filters.Where(dimension => Given(Name(dimension)) is not null)
            .ToDictionary(dimension => dimension, dimension => KeyOf(Given(Name(dimension))!));
    }

    /// <summary>What was asked for and could not be; null where the days shown are those asked for.</summary>
    public string? Amiss => Unread("from") || Unread("last") ? $"Write days as 2026-10-09. Shown are {Local.Date(First)} to {Local.Date(Last)}."
        : DateOf("from") > Last ? $"The first day must not be after the last. Shown are the {UsualDays} days to {Local.Date(Last)}."
        : null;

    public DateOnly First { get; }

    /// <summary>The last day shown, itself included.</summary>
    public DateOnly Last { get; }
    public IReadOnlyList<FactKind> Kinds { get; }
    public Dimension? Split { get; }
    public Interval? Interval { get; }
    public IReadOnlyDictionary<Dimension, string> Only { get; }
    public string? Compare => Given("compare");
    public int? Threshold => Number("threshold");
    public int? ShortAbandon => Number("short");
    public int? Window => Number("window");
    public int? Definition => Number("definition");
    public int Days => Last.DayNumber - First.DayNumber + 1;
    public string KindText => string.Join(',', Kinds.Select(kind => kind.ToString().ToLowerInvariant()));
    public bool ShowsDemo => Kinds.Contains(FactKind.Demo);

    /// <summary>An interval that gives a plot some tens of points, where none was asked for.</summary>
    public Interval UsualInterval => Days <= 2
        ? Analysis.Measures.Interval.Hour
        : Days <= 92 ? Analysis.Measures.Interval.Day : Days <= 400 ? Analysis.Measures.Interval.Week : Analysis.Measures.Interval.Month;

    public KpiFigures For(string kpi) => new(kpi, First, Last.AddDays(1))
    {
        Kinds = Kinds,
        Only = Only,
        Threshold = Threshold,
        ShortAbandon = ShortAbandon,
        Window = Window,
        Version = Definition,
    };

    /// <summary>The same question about the time before: as many days just before, or the same weekdays whole weeks earlier.</summary>
    public static KpiFigures Earlier(KpiFigures asked, bool sameDays)
    {
        var days = asked.To.DayNumber - asked.From.DayNumber;
        var back = sameDays ? 7 * ((days + 6) / 7) : days;
        return asked with { From = asked.From.AddDays(-back), To = asked.To.AddDays(-back) };
    }

    /// <summary>This state at another address or with some of it changed; null takes a part away.</summary>
    public string Url(string path, params (string Name, string? Value)[] changes)
    {
        var state = new Dictionary<string, string>(_given) { ["from"] = Text(First), ["last"] = Text(Last), ["kind"] = KindText };
        foreach (var (name, value) in changes)
            if (value is null)
                state.Remove(name);
            else
                state[name] = value;
        return QueryHelpers.AddQueryString(path, state.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
    }

    public string? Given(string name) => _given.GetValueOrDefault(name);

    public static string Name(Dimension dimension) => dimension.ToString().ToLowerInvariant();

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An empty key (not known) cannot stand in an address; a dash stands for it.</summary>
    public static string InAddress(string key) => key.Length == 0 ? "-" : key;

    private static string KeyOf(string inAddress) => inAddress == "-" ? "" : inAddress;

    private static DateOnly UsualLast(MeasuresExtent.Finding extent, DateTimeOffset now)
    {
        var today = Local.Day(now);
        var lasts = extent.UsualKinds.Where(extent.Kinds.ContainsKey).Select(kind => Local.Day(extent.Kinds[kind].Last)).ToList();
        return lasts.Count > 0 && lasts.Max() < today ? lasts.Max() : today;
    }

    private static List<FactKind>? KindsOf(string? text)
    {
        var kinds = (text ?? "").Split(',')
            .Select(ByName.Of<FactKind>)
            .OfType<FactKind>().Distinct().ToList();
        return kinds.Count > 0 ? kinds : null;
    }

    private DateOnly? DateOf(string name) => Local.DayWritten(Given(name));

    private bool Unread(string name) => Given(name) is not null && DateOf(name) is null;

    private int? Number(string name) => int.TryParse(Given(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
