using Answerable.Analysis.Conduct;
using Answerable.Analysis.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Benchmarks.Measures;

/// <summary>
/// What a year of 10,000,000 contacts takes in memory, with twelve steps each, and the time of 600 agents (bound: on a machine of 24 GiB).
/// An eighth of a year is built as the store builds it, and multiplied; measured by the collector, beside the columns' own reckoning.
/// </summary>
internal static class MemoryBench
{
    private const int ContactsAYear = 10_000_000;
    private const int DaysAYear = 365;
    private const int Days = 46;
    private const int Scale = 10;
    private const int StepsAWalk = 12;
    private const int ChangesADay = 30;
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Run(TextWriter to)
    {
        to.WriteLine($"The image of a year of {ContactsAYear:#,0} contacts, from {Days} days of it");
        var contacts = new SyntheticYear(ContactsAYear / DaysAYear * Days, Start, FactKind.Live, Days, Scale);
        Measure(to, "contacts", () =>
            Quarters(contacts, (quarter, own, names) => Columns(ContactMeasures.Family, quarter, QuarterSum.Of(own, LinksOf(own)), names)));
        Measure(to, "steps", () => Quarters(contacts, (quarter, own, names) => Columns(StepMeasures.Family, quarter, Steps(own), names)));
        Measure(to, "agents' time", AgentsTime);
    }

    private static void Measure(TextWriter to, string name, Func<(object Held, List<QuarterColumns> Columns)> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (held, columns) = build();
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        var scale = (double)DaysAYear / Days / 1e9;
        to.WriteLine(
            $"  {name,-14}{columns.Sum(quarter => (long)quarter.Cells),12:#,0} cells {taken / 1e6,8:0} MB " +
            $"({columns.Sum(quarter => quarter.Bytes) / 1e6:0} MB reckoned): {taken * scale,6:0.00} GB a year");
        GC.KeepAlive(held);
    }

    private static (object, List<QuarterColumns>) Quarters(SyntheticYear year, Func<int, IReadOnlyList<Contact>, Names, QuarterColumns> columnsOf)
    {
        var (names, columns, day, own) = (new Names(), new List<QuarterColumns>(), 0, new List<Contact>());
        foreach (var contact in year.Contacts())
        {
            if ((contact.ArrivedAt - Start).Days is var now && now != day)
            {
                columns.AddRange(Day());
                (day, own) = (now, []);
            }
            own.Add(contact);
        }
        columns.AddRange(Day());
        return (names, columns);

        IEnumerable<QuarterColumns> Day() =>
            own.GroupBy(contact => (int)(contact.ArrivedAt.ToUnixTimeSeconds() / 900)).Select(group => columnsOf(group.Key, [.. group], names));
    }

    private static QuarterColumns Columns(Family family, int quarter, Dictionary<CellKey, Cell> cells, Names names) =>
        new(family, quarter, [.. cells.Select(pair => (pair.Key.Code(names), pair.Value))]);

    private static Dictionary<ContactId, LinkCodes> LinksOf(IReadOnlyList<Contact> contacts) =>
        Links.Find([.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]);

    /// <summary>Every tenth agent is a senior; one step in thirty is left out.</summary>
    private static Dictionary<CellKey, Cell> Steps(IReadOnlyList<Contact> contacts)
    {
        var sum = new StepSum((by, _) => by.Value.ToByteArray()[0] % 10 == 0 ? Role.SeniorAgent : Role.Agent);
        foreach (var contact in contacts.Where(contact => contact.AnsweredAt is not null))
            for (var step = 1; step <= StepsAWalk; step++)
            {
                var ms = contact.TalkMs!.Value / StepsAWalk + 731 * step % 9_000;
                var leaves = (contact.TalkMs!.Value + step) % 30 == 0;
                sum.Add($"{contact.Type}/1", contact.Channel, contact.Kind, contact.ArrivedAt,
                    new StepSum.Said($"n{step}", contact.Agent!.Value, leaves ? StepMeasures.LeftOut : StepMeasures.Taken, leaves ? null : ms));
            }
        return sum.Cells;
    }

    private static (object, List<QuarterColumns>) AgentsTime()
    {
        var (names, columns, number) = (new Names(), new List<QuarterColumns>(), 0L);
        for (var day = 0; day < Days; day++)
        {
            var lines = new List<PresenceLine>();
            for (var agent = 1; agent <= 60 * Scale; agent++)
                for (var change = 0; change <= ChangesADay; change++)
                    lines.Add(new PresenceLine(SyntheticYear.Agent(agent), FactKind.Live, Start.AddDays(day).AddHours(8 + 8.0 * change / ChangesADay)
                        .AddSeconds(agent % 600).ToUnixTimeMilliseconds(), ++number,
                        change == ChangesADay ? Presence.SignedOut : (change % 3) switch
                        { 0 => Presence.Ready, 1 => Presence.Busy, _ => change % 10 == 5 ? Presence.Break : Presence.Ready }));
            columns.AddRange(PresenceTimes.Of(lines).Select(quarter => new QuarterColumns(AgentMeasures.Family, quarter.Key,
                [.. quarter.Value.Select(pair => (
                    new CellKey(AgentMeasures.Family, $"{pair.Key.Kind}", "team", $"{pair.Key.Person}").Code(names),
                    AgentMeasures.CellOf(pair.Value)))])));
        }
        return (names, columns);
    }
}
