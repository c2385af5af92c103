using Answerable.Model.Contacts;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Days;

/// <summary>How long it takes until what was written lies before somebody who answers it: it is opened, read and sorted first.</summary>
internal static class SortingLaw
{
    private const double Minute = 60_000;

    public static long Draw(Channel channel, RandomStream chance)
    {
        var (least, mean) = channel switch
        {
            Channel.Letter => (60, 300),
            Channel.Email => (20, 130),
            Channel.Web => (10, 80),
            _ => (5, 25),
        };
        return (long)(Minute * (least + mean * chance.NextExponential()));
    }
}
