using Answerable.App.Demo.Days;
using Answerable.App.Privacy;

namespace Answerable.App.Demo;

/// <summary>The customers who are known by a reference, so that the desk can find them.</summary>
internal static class FillCustomers
{
    public static string ReferenceOf(int number) => $"FV-{410_000 + 37 * number}";

    public static Task RunAsync(DemoHand hand, DateTimeOffset at, CancellationToken stop) => Customers.KnowAsync(
        hand.Db, Enumerable.Range(0, FirstArrivals.Known).ToDictionary(number => DemoEntries.CustomerOf(number)!.Value, ReferenceOf), at, stop);
}
