namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// A proven lower bound by Lagrangian relaxation of cover. For any price p of a slot with -over &lt;= p &lt;= under, the cost of
/// cover is at least p (need - people), so the sum of everyone's exact cheapest horizon at those prices, plus sum p need, bounds
/// every roster from below. Prices climb by a deflected subgradient with Polyak's step (Held, Wolfe and Crowder 1974). All sums
/// are whole thousandths: the bound is not subject to rounding, and is lifted to the next whole cost. O(people) paths a step.
/// </summary>
internal sealed class RosterBound
{
    private const int MostRests = 8;
    private const int Patience = 20;
    private const double Calmer = 0.7, Least = 1e-3, Restart = 0.3;

    /// <summary>How much of the last direction is kept: high, because one path a person makes a ragged subgradient.</summary>
    private const double Inertia = 0.85;

    private readonly RosterModel model;
    private readonly BestResponse[] responses;
    private readonly double[] prices;
    private readonly double[] bestPrices;
    private readonly double[] direction;
    private readonly int[] rounded;
    private readonly int[] costs;
    private readonly int[] chosen;
    private long best = long.MinValue;
    private double pace = 1;
    private int sinceBetter;
    private int rests;

    public RosterBound(RosterModel model)
    {
        this.model = model;
        var table = new PathTable();
        responses = [.. model.People.Select((_, p) => new BestResponse(model, p, table))];
        prices = [.. Enumerable.Range(0, model.Need.Length).Select(slot => (model.Under[slot] - model.Over[slot]) / 4.0)];
        bestPrices = [.. prices];
        direction = new double[prices.Length];
        rounded = new int[prices.Length];
        costs = new int[model.Days * model.Width];
        chosen = new int[model.Days];
    }

    /// <summary>The bound in whole cost; no roster costs less.</summary>
    public long Proven => best == long.MinValue ? 0 : Math.Max(0, (long)Math.Ceiling(best / (decimal)PersonModel.Scale));

    /// <summary>The prices that gave the best bound, in thousandths a slot: what one more person there is worth.</summary>
    public IReadOnlyList<double> Prices => bestPrices;

    /// <summary>Prices have stopped moving.</summary>
    public bool Settled => rests >= MostRests;

    /// <summary>Takes some steps towards the best prices, aiming at a known roster's cost in thousandths.</summary>
    public void Climb(int steps, long target, CancellationToken stop)
    {
        for (var step = 0; step < steps && !Settled && !stop.IsCancellationRequested; step++)
        {
            var (bound, slack) = Relaxed();
            Note(bound);
            var norm = 0.0;
            for (var slot = 0; slot < direction.Length; slot++)
            {
                var onBorder = (slack[slot] > 0 && prices[slot] >= model.Under[slot]) || (slack[slot] < 0 && prices[slot] <= -model.Over[slot]);
                direction[slot] = (1 - Inertia) * (onBorder ? 0 : slack[slot]) + Inertia * direction[slot];
                norm += direction[slot] * direction[slot];
            }
            if (norm == 0)
                return;
            var length = pace * Math.Max(PersonModel.Scale, target - bound) / norm;
            for (var slot = 0; slot < direction.Length; slot++)
                prices[slot] = Math.Clamp(prices[slot] + length * direction[slot], -model.Over[slot], model.Under[slot]);
        }
    }

    private void Note(long bound)
    {
        if (bound > best)
        {
            (best, sinceBetter) = (bound, 0);
            prices.CopyTo(bestPrices, 0);
        }
        else if (++sinceBetter >= Patience)
        {
            (pace, sinceBetter) = (pace * Calmer, 0);
            bestPrices.CopyTo(prices, 0);
            Array.Clear(direction);
            if (pace < Least)
                (pace, rests) = (Restart, rests + 1);
        }
    }

    private (long Bound, int[] Slack) Relaxed()
    {
        var bound = 0L;
        var slack = (int[])model.Need.Clone();
        for (var slot = 0; slot < prices.Length; slot++)
        {
            rounded[slot] = (int)Math.Clamp(Math.Round(prices[slot]), -model.Over[slot], model.Under[slot]);
            bound += (long)rounded[slot] * model.Need[slot];
        }
        for (var person = 0; person < responses.Length; person++)
        {
            Price(model.People[person].OwnCost);
            bound += responses[person].Solve(costs, chosen, relax: true);
            for (var day = 0; day < model.Days; day++)
                if (chosen[day] != model.Shifts)
                    slack[day * model.Shifts + chosen[day]]--;
        }
        return (bound, slack);
    }

    private void Price(int[] own)
    {
        own.CopyTo(costs, 0);
        for (var day = 0; day < model.Days; day++)
            for (var shift = 0; shift < model.Shifts; shift++)
                if (costs[day * model.Width + shift] < PersonModel.Never)
                    costs[day * model.Width + shift] -= rounded[day * model.Shifts + shift];
    }
}
