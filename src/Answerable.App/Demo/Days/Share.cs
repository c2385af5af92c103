using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Days;

/// <summary>One of several things, and how often it is the one.</summary>
internal sealed record Share<T>(T What, double Weight);

internal static class Shares
{
    public static T Pick<T>(this RandomStream chance, IReadOnlyList<Share<T>> shares)
    {
        var left = chance.NextUniform() * shares.Sum(share => share.Weight);
        foreach (var share in shares)
            if ((left -= share.Weight) < 0)
                return share.What;
        return shares[^1].What;
    }
}
