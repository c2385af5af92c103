using Answerable.Model.People;
using Answerable.Simulation.Distributions;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Days;

/// <summary>Who works on a day, when, and what else they do. People keep their hours and their pace; absence and minutes are by chance.</summary>
internal sealed class Rota(StreamSource chance)
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private const double Absent = 0.09;
    private static readonly double[] Starts = [10, 8, 9, 9, 8.5, 10, 8, 8.5];
    private static readonly double[] WaterStarts = [10, 7, 9, 11, 10.5, 8, 11, 8];
    private static readonly Distribution Paces = Lognormal.WithMean(1, 0.14);

    private readonly Dictionary<string, (double Pace, double Skill)> _traits = DemoPeople.Handlers.ToDictionary(
        person => person.Name,
        person => TraitsOf(chance.Stream($"person/{person.Name}", 0), person.Role));

    public IReadOnlyList<Worker> Of(Demand demand, DateOnly day) =>
        [.. DemoPeople.Handlers.Where(person => person.Team == demand.Team && QueueOf(person) == demand.Queue)
            .Select((person, place) => WorkerOf(person, place, demand, day))
            .OfType<Worker>()];

    private static (double, double) TraitsOf(RandomStream person, Role role) =>
        (Paces.Draw(person) * (role == Role.SeniorAgent ? 0.93 : 1), 0.05 * person.NextNormal() + (role == Role.SeniorAgent ? 0.05 : 0));

    // The digital team shares itself out: three at the chat, the others at the post.
    private static string QueueOf(DemoPerson person) => person.Team != DemoTeams.Digital
        ? Demands.All.First(demand => demand.Team == person.Team).Queue
        : person.Name is "Robyn Ashworth" or "Kwame Mensah" or "Lucy Penhaligon" ? "chat" : "correspondence";

    private Worker? WorkerOf(DemoPerson person, int place, Demand demand, DateOnly day)
    {
        var luck = chance.Stream($"shift/{person.Name}", day.DayNumber);
        var (pace, skill) = _traits[person.Name];
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (luck.Chance(Absent) || (weekend ? !OnAtWeekend(place, demand, day) : OffToday(place, day)))
            return null;
        var (opens, closes) = demand.PatienceSeconds is null ? (8, 17) : demand.HoursOf(day);
        var start = weekend ? opens : (demand.Hours.To > 18 ? WaterStarts : Starts)[place % Starts.Length];
        var lasts = Math.Min(place % 5 == 0 && !weekend ? 5.5 : 8, closes - start);
        var from = (long)(start * Hour);
        return new Worker(person, pace, skill, from, from + (long)(lasts * Hour), Blocks(luck, from, lasts, place, day));
    }

    private static bool OnAtWeekend(int place, Demand demand, DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Saturday ? demand.Saturday > 0 && (place + day.DayNumber / 7) % 3 == 0
        : demand.Sunday > 0 && demand.PatienceSeconds is not null && (place + day.DayNumber / 7) % 3 == 1;

    // One in four works four days a week.
    private static bool OffToday(int place, DateOnly day) => place % 4 == 2 && (int)day.DayOfWeek == 1 + place % 5;

    private static Worker.Block[] Blocks(RandomStream luck, long from, double lasts, int place, DateOnly day)
    {
        if (lasts <= 4)
            return [new(from + 2 * Hour + Jitter(luck), 15 * Minute, Worker.Activity.Break)];
        var elsewhere = (int)day.DayOfWeek == 2 + place % 3 ? Worker.Activity.Training : Worker.Activity.OtherWork;
        Worker.Block[] breaks =
        [
            new(from + 105 * Minute + Jitter(luck), 15 * Minute, Worker.Activity.Break),
            new(from + 225 * Minute + Jitter(luck), 40 * Minute, Worker.Activity.Break),
        ];
        if (lasts < 7)
            return breaks;
        // Other work comes after the afternoon's peak, not for all at once; those who come late have it before.
        var at = from > 10 * Hour ? 40 * Minute : (355 + place % 3 * 30) * Minute;
        Worker.Block[] all =
            [.. breaks, new(from + 310 * Minute + Jitter(luck), 15 * Minute, Worker.Activity.Break), new(from + at, 45 * Minute, elsewhere)];
        return [.. all.OrderBy(block => block.At)];
    }

    private static long Jitter(RandomStream luck) => luck.Below(31) * Minute - 15 * Minute;
}
