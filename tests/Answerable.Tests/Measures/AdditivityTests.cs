using Answerable.Analysis.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Measures;

/// <summary>What makes a roll-up exact: sums of cells are cells of sums, and the order of contacts does not matter.</summary>
public sealed class AdditivityTests
{
    private static readonly string[] Queues = ["a", "b"];
    private static readonly Gen<Contact> AnyContact =
        from id in Gen.Choose(1, int.MaxValue)
        from minutes in Gen.Choose(0, 60 * 24 * 50)
        from queue in Gen.Elements(Queues)
        from customer in Gen.Choose(0, 4)
        from reason in Gen.Choose(0, 2)
        from waitMs in Gen.Choose(0, 90_000)
        from talkMs in Gen.Choose(0, 900_000)
        from fate in Gen.Choose(0, 4)
        select Make(id, minutes, queue, customer, reason, waitMs, talkMs, fate);

    private static readonly Arbitrary<Contact[]> Contacts = AnyContact.ArrayOf().Select(Distinct).ToArbitrary();

    [Fact]
    public void The_sum_of_the_parts_cells_is_the_cell_of_the_whole() => Check.QuickThrowOnFailure(Prop.ForAll(Contacts, contacts =>
    {
        var links = LinksOf(contacts);
        var whole = QuarterSum.Of(contacts, links);
        var parts = QuarterSum.Of(contacts.Where((_, place) => place % 2 == 0), links);
        foreach (var (key, cell) in QuarterSum.Of(contacts.Where((_, place) => place % 2 == 1), links))
            if (parts.TryGetValue(key, out var half))
                half.Add(cell);
            else
                parts.Add(key, cell);
        return Same(whole, parts);
    }));

    [Fact]
    public void The_order_in_which_contacts_are_added_up_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Contacts, contacts =>
    {
        var backwards = contacts.Reverse().ToArray();
        return Same(QuarterSum.Of(contacts, LinksOf(contacts)), QuarterSum.Of(backwards, LinksOf(backwards)));
    }));

    [Fact]
    public void Every_kpi_rolls_up_to_what_it_is_of_all_contacts_at_once() => Check.QuickThrowOnFailure(Prop.ForAll(Contacts, contacts =>
    {
        var calls = contacts.Aggregate(new Calls(), (all, contact) => all.Add(contact));
        var starts = Enumerable.Range(0, 51).Select(day => Calls.Quarter(Calls.Start.AddDays(day))).ToList();
        return Kpis.All.Where(kpi => kpi.Family == ContactMeasures.Family).All(kpi =>
            calls.Read(kpi.Name) == calls.Reading(kpi.Name, split: Dimension.Queue, starts: starts).Total().Figure);
    }));

    [Fact]
    public void Service_level_for_any_whole_second_is_what_counting_contacts_gives() => Check.QuickThrowOnFailure(
        Prop.ForAll(Contacts, Gen.Choose(0, 95).ToArbitrary(), (contacts, threshold) =>
        {
            var figure = contacts.Aggregate(new Calls(), (all, contact) => all.Add(contact)).Read("service-level-f3", new KpiParameters(threshold));
            var answered = contacts.Where(contact => !contact.Excluded && contact.AnsweredAt is not null).ToList();
            var abandoned = contacts.Count(contact => !contact.Excluded && contact.AnsweredAt is null && contact.AbandonedAt is not null);
            return (figure.Numerator, figure.Denominator) == (answered.Count(contact => contact.WaitMs <= threshold * 1000L),
                answered.Count + abandoned);
        }));

    [Fact]
    public void Columns_come_back_from_their_bytes_as_they_were() => Check.QuickThrowOnFailure(Prop.ForAll(Contacts, contacts =>
    {
        var names = new Names();
        return Calls.Columns(contacts, names).All(columns =>
        {
            var (back, state) = QuarterBytes.Read(ContactMeasures.Family, columns.Quarter, QuarterBytes.Write(columns));
            return state == QuarterBytes.Condition.Whole && Text(back!, names) == Text(columns, names);
        });
    }));

    private static Dictionary<ContactId, LinkCodes> LinksOf(IEnumerable<Contact> contacts) =>
        Links.Find([.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]);

    private static bool Same(Dictionary<CellKey, Cell> one, Dictionary<CellKey, Cell> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var cell) && $"{cell}" == $"{pair.Value}");

    private static string Text(QuarterColumns columns, Names names) =>
        string.Join('\n', columns.ToCells(names).Select(pair => $"{pair.Key}: {pair.Cell}"));

    private static Contact[] Distinct(Contact[] contacts) => [.. contacts.DistinctBy(contact => contact.Id)];

    private static Contact Make(int id, int minutes, string queue, int customer, int reason, int waitMs, int talkMs, int fate)
    {
        var at = Calls.Start.AddMinutes(minutes);
        var answered = at.AddMilliseconds(waitMs);
        var contact = new Contact(new ContactId(new Guid(id, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0)), FactKind.Live, "desk", at)
        {
            Queue = queue,
            Customer = customer == 0 ? null : new CustomerId(new Guid(customer, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
            Type = reason == 0 ? null : $"reason {reason}",
            Excluded = fate == 4,
        };
        return fate switch
        {
            0 => contact with { AbandonedAt = answered },
            1 => contact,
            2 => contact with { AnsweredAt = answered, Resolved = talkMs % 2 == 0 },
            _ => contact with
            { AnsweredAt = answered, EndedAt = answered.AddMilliseconds(talkMs), ClosedAt = answered.AddMilliseconds(talkMs + 500) },
        };
    }
}
