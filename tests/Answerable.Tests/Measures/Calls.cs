using Answerable.Analysis.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Tests.Measures;

/// <summary>Contacts made by hand, and KPIs read of them as the product reads them.</summary>
internal sealed class Calls
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly List<Contact> _contacts = [];
    private uint _ids;

    public static int Quarter(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / 900);

    public IReadOnlyList<Contact> All => _contacts;

    public Calls Answered(int contacts, double waitSeconds, double talkSeconds = 60, DateTimeOffset? at = null, string queue = "main")
    {
        for (var number = 0; number < contacts; number++)
            Add(Recorded(at, queue) with
            {
                AnsweredAt = (at ?? Start).AddSeconds(waitSeconds),
                EndedAt = (at ?? Start).AddSeconds(waitSeconds + talkSeconds),
                ClosedAt = (at ?? Start).AddSeconds(waitSeconds + talkSeconds),
            });
        return this;
    }

    public Calls Abandoned(int contacts, double waitSeconds, DateTimeOffset? at = null, string queue = "main")
    {
        for (var number = 0; number < contacts; number++)
            Add(Recorded(at, queue) with { AbandonedAt = (at ?? Start).AddSeconds(waitSeconds) });
        return this;
    }

    public Calls About(string customer, string reason, double day, bool answered = true)
    {
        var at = Start.AddDays(day);
        var contact = Recorded(at, "main") with { Customer = new CustomerId(IdOf(customer)), Type = reason };
        return Add(answered
            ? contact with { AnsweredAt = at, EndedAt = at.AddMinutes(2), ClosedAt = at.AddMinutes(2) }
            : contact with { AbandonedAt = at.AddSeconds(40) });
    }

    public Calls Add(Contact contact)
    {
        _contacts.Add(contact);
        return this;
    }

    public Figure Read(string kpi, KpiParameters? parameters = null, DateTimeOffset? knownUntil = null) =>
        Reading(kpi, parameters, knownUntil).Total().Figure;

    public KpiRow Row(string kpi, KpiParameters? parameters = null, DateTimeOffset? knownUntil = null) =>
        Reading(kpi, parameters, knownUntil).Total();

    public KpiReading Reading(string kpi, KpiParameters? parameters =
        null, DateTimeOffset? knownUntil = null, Dimension? split = null, IReadOnlyList<int>? starts = null) =>
        Reading(kpi, parameters, knownUntil, split, starts, new Slice(0, int.MaxValue, Slice.Performance, new Dictionary<Dimension, int>()));

    /// <summary>The figure of some quarter-hours alone, and of one value of a dimension.</summary>
    public Figure Only(string kpi, int from, int to, (Dimension Dimension, int Number)? held) => Reading(kpi, null, null, null, [from],
        new Slice(from, to, Slice.Performance, held is { } one ? new Dictionary<Dimension, int> { [one.Dimension] = one.Number } : []))
        .Total().Figure;

    private KpiReading Reading(string kpi, KpiParameters? parameters, DateTimeOffset? knownUntil, Dimension? split, IReadOnlyList<int>? starts,
        Slice slice)
    {
        var names = new Names();
        var quarters = Columns(_contacts, names);
        var reading = new KpiReading(Kpis.Find(kpi)!, parameters ?? KpiParameters.Usual, slice,
            new Horizons(Quarter(knownUntil ?? Start.AddYears(1)), quarters.Select(QuarterOutline.Of)), names, split, starts ?? [0]);
        foreach (var quarter in quarters.Where(quarter => quarter.Quarter >= slice.From && quarter.Quarter < slice.To))
            reading.Add(quarter);
        return reading;
    }

    public static List<QuarterColumns> Columns(IReadOnlyList<Contact> contacts, Names names)
    {
        var links = Links.Find([.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]);
        return [.. contacts.GroupBy(contact => Quarter(contact.ArrivedAt)).OrderBy(group => group.Key).Select(group =>
            new QuarterColumns(ContactMeasures.Family, group.Key,
                [.. QuarterSum.Of(group, links).Select(pair => (pair.Key.Code(names), pair.Value))]))];
    }

    private Contact Recorded(DateTimeOffset? at, string queue) =>
        new(new ContactId(new Guid(++_ids, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)), FactKind.Live, "desk", at ?? Start)
        { Queue = queue, QueuedAt = at ?? Start };

    private static Guid IdOf(string customer) => new(System.Text.Encoding.UTF8.GetBytes(customer.PadRight(16)[..16]));
}
