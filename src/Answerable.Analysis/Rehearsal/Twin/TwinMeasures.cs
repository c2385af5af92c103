using Answerable.Analysis.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>The figures of rehearsed contacts, by the very formulas that figures of live work are read by.</summary>
internal static class TwinMeasures
{
    /// <summary>The KPIs a rehearsal is told by, each by its name among <see cref="Kpis"/>.</summary>
    public static readonly IReadOnlyList<Kpi> Told =
    [
        .. new[] { "contacts", "fcr", "resolution-recorded", "handling-time", "speed-of-answer", "wait-p90", "abandonment" }.Select(
            name => Kpis.Find(name)!),
    ];

    /// <summary>Days that go on after the last measured one, so that whoever comes again within the window is seen.</summary>
    public static int Tail => KpiParameters.Usual.WindowDays + 1;

    private const long QuarterMs = 900_000;

    /// <summary>Each KPI over the contacts that arrived in the first so many days.</summary>
    public static IReadOnlyList<double?> Of(IReadOnlyList<Contact> contacts, DateTimeOffset from, int days)
    {
        var names = new Names();
        var links = Links.Find([.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]);
        var quarters = contacts.GroupBy(contact => Quarter(contact.ArrivedAt)).OrderBy(quarter => quarter.Key).Select(quarter =>
            new QuarterColumns(ContactMeasures.Family, quarter.Key,
                [.. QuarterSum.Of(quarter, links).Select(pair => (pair.Key.Code(names), pair.Value))])).ToList();
        var horizons = new Horizons(Quarter(from.AddDays(days + Tail)), quarters.Select(QuarterOutline.Of));
        var slice = new Slice(Quarter(from), Quarter(from.AddDays(days)), [FactKind.Simulated], new Dictionary<Dimension, int>());
        var measured = quarters.Where(quarter => quarter.Quarter < slice.To).ToList();
        return [.. Told.Select(kpi =>
        {
            var reading = new KpiReading(kpi, KpiParameters.Usual, slice, horizons, names, null, [slice.From]);
            measured.ForEach(reading.Add);
            return reading.Total().Figure.Value;
        })];
    }

    private static int Quarter(DateTimeOffset at) => (int)(at.ToUnixTimeMilliseconds() / QuarterMs);
}
