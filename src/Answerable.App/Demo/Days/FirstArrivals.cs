using Answerable.App.Privacy;
using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Days;

/// <summary>Who comes to a queue for the first time on a day.</summary>
internal static class FirstArrivals
{
    private const double BusynessVariation = 0.09;

    /// <summary>Customers of the first numbers are known by name and come more often.</summary>
    public const int Known = 300;
    private const int Households = 70_000;
    private const double KnownShare = 0.03;

    public static IEnumerable<Comer> On(DateOnly day, Demand demand, StreamSource chance)
    {
        RandomStream Stream(string purpose) => chance.Stream($"{demand.Queue}/{purpose}", day.DayNumber);
        var process =
            new ArrivalProcess(new RateProfile(demand.Rates(day), 1800), Stream("gaps"), new Busyness(BusynessVariation, 86_400), Stream("busyness"));
        var who = Stream("who");
        var number = 0;
        for (var at = process.Next(); at < 86_400; at = process.Next())
            yield return new Comer(
                $"{day:yyyy-MM-dd}/{demand.Queue}/{++number}", (long)(at * 1000),
                who.Pick(demand.Channels), who.Pick(demand.Types), CustomerOf(who));
    }

    private static int CustomerOf(RandomStream who) =>
        who.Chance(KnownShare) ? who.Below(Known) : Known + who.Below(Households);
}
