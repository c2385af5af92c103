using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Benchmarks.Measures;

/// <summary>A year of contacts of a centre of 60 agents in 6 teams, the same at every run. Two customers in three are known, and some come
/// again.</summary>
/// <param name="scale">So many times the agents and teams.</param>
internal sealed class SyntheticYear(int contacts, DateTimeOffset start, FactKind kind, int days = 365, int scale = 1)
{
    private static readonly string[] Queues = ["council tax", "housing", "waste", "water", "electricity", "benefits", "parking", "general"];
    private static readonly int[] DayWeights = [4, 12, 11, 10, 10, 10, 5];
    private static readonly int[] HourWeights = [3, 8, 10, 9, 7, 6, 7, 7, 6, 5, 3, 2];
    private ulong _state = 20260601;

    public static TeamId Team(int number) => new(new Guid(number, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1));
    public static PersonId Agent(int number) => new(new Guid(number, 1, 1, 0, 0, 0, 0, 0, 0, 0, 2));

    public IEnumerable<Contact> Contacts()
    {
        var weights = Enumerable.Range(0, days).Sum(day => DayWeights[day % 7]);
        for (var number = 0; number < contacts; number++)
            yield return One(number, DayOf(number, weights));
    }

    // Contacts come in order of days, so many a day as its weight says.
    private int DayOf(int number, int weights)
    {
        var at = (long)number * weights / contacts;
        var (week, left) = ((int)(at / 62), (int)(at % 62));
        for (var day = 0; day < 7; day++)
            if ((left -= DayWeights[day]) < 0)
                return Math.Min(days - 1, week * 7 + day);
        return Math.Min(days - 1, week * 7 + 6);
    }

    private Contact One(int number, int day)
    {
        var queue = Below(Queues.Length);
        var agent = queue % 6 * 10 * scale + Below(10 * scale) + 1;
        var arrived = start.AddDays(day).AddHours(8 + HourOf()).AddMilliseconds(Below(3_600_000));
        var wait = Below(5) < 2 ? 0 : (long)(-45_000 * Math.Log((Below(1_000_000) + 1) / 1_000_001.0));
        var talk = 20_000 + (long)(-240_000 * Math.Log((Below(1_000_000) + 1) / 1_000_001.0));
        var contact = new Contact(new ContactId(new Guid(number + 1, 3, 3, 0, 0, 0, 0, 0, 0, 0, 3)), kind, "demo", arrived)
        {
            Channel = Below(10) switch { < 7 => Channel.Phone, 7 => Channel.Chat, 8 => Channel.Email, _ => Channel.Web },
            Queue = Queues[queue],
            Type = $"type-{queue * 2 + Below(2) + 1:00}",
            Customer = Below(3) > 0 ? new CustomerId(new Guid(Below(Math.Max(1, contacts / 4)), 4, 4, 0, 0, 0, 0, 0, 0, 0, 4)) : null,
            QueuedAt = arrived,
        };
        return wait > 30_000 && Below(4) == 0
            ? contact with { AbandonedAt = arrived.AddMilliseconds(wait) }
            : contact with
            {
                AnsweredAt = arrived.AddMilliseconds(wait),
                EndedAt = arrived.AddMilliseconds(wait + talk),
                ClosedAt = arrived.AddMilliseconds(wait + talk + Below(90_000)),
                Agent = Agent(agent),
                Team = Team((agent - 1) / 10 + 1),
                Procedure = new ProcedureId(new Guid(queue + 1, 5, 5, 0, 0, 0, 0, 0, 0, 0, 5)),
                Version = day < days / 2 ? 1 : 2,
                Resolved = Below(6) switch { 0 => false, 1 => null, _ => true },
            };
    }

    private int HourOf()
    {
        var left = Below(HourWeights.Sum());
        var hour = 0;
        while ((left -= HourWeights[hour]) >= 0)
            hour++;
        return hour;
    }

    private int Below(int bound)
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }
}
