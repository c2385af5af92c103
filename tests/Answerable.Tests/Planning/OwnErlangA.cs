namespace Answerable.Tests.Planning;

/// <summary>
/// Erlang A told apart from the product's: the states are summed plainly, and whoever finds m waiting is followed through m + 1 stages of service and
/// the patience beside them, step by step of a tenth of a second.
/// </summary>
internal static class OwnErlangA
{
    private const int Most = 600;
    private const double Step = 0.1;

    /// <summary>Answered within the target, of all but those gone within <paramref name="leftOut"/> seconds.</summary>
    public static double Level(double arrivals, double service, double impatience, int agents, double target, double leftOut)
    {
        var states = States(arrivals, service, impatience, agents);
        double inTime = states.Take(agents).Sum(), gone = 0;
        // ahead[m]: the share of arrivals that still wait with m before them.
        var ahead = states[agents..];
        for (var at = 0; at < Math.Round(target / Step); at++)
        {
            var (answered, left) = Pass(ahead, agents * service, impatience);
            inTime += answered;
            gone += at < Math.Round(leftOut / Step) ? left : 0;
        }
        return inTime / (1 - gone);
    }

    /// <summary>One step by Runge and Kutta of the fourth order; who is answered and who leaves in it.</summary>
    private static (double Answered, double Left) Pass(double[] ahead, double service, double impatience)
    {
        var total = ahead.Length;
        double[] State(double[]? slope, double by) => slope is null ? [.. ahead] : [.. ahead.Select((share, m) => share + by * slope[m])];
        (double[] Slope, double Answered, double Left) Of(double[] shares)
        {
            var slope = new double[total];
            for (var m = 0; m < total; m++)
                slope[m] = (m + 1 < total ? shares[m + 1] * (service + (m + 1) * impatience) : 0)
                    - shares[m] * (service + m * impatience) - shares[m] * impatience;
            return (slope, shares[0] * service, shares.Sum() * impatience);
        }
        var first = Of(State(null, 0));
        var second = Of(State(first.Slope, Step / 2));
        var third = Of(State(second.Slope, Step / 2));
        var fourth = Of(State(third.Slope, Step));
        for (var m = 0; m < total; m++)
            ahead[m] += Step / 6 * (first.Slope[m] + 2 * second.Slope[m] + 2 * third.Slope[m] + fourth.Slope[m]);
        return (Step / 6 * (first.Answered + 2 * second.Answered + 2 * third.Answered + fourth.Answered),
            Step / 6 * (first.Left + 2 * second.Left + 2 * third.Left + fourth.Left));
    }

    private static double[] States(double arrivals, double service, double impatience, int agents)
    {
        var states = new double[agents + Most];
        states[0] = 1;
        for (var n = 1; n < states.Length; n++)
        {
            states[n] = states[n - 1] * arrivals / (Math.Min(n, agents) * service + Math.Max(0, n - agents) * impatience);
            if (states[n] > 1e200)
                for (var k = 0; k <= n; k++)
                    states[k] /= 1e200;
        }
        var sum = states.Sum();
        return [.. states.Select(state => state / sum)];
    }
}
