using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// One chain of the large-neighbourhood search: takes a few people out, gives each back the exact best horizon against the
/// cover the others leave, and accepts the result as simulated annealing does. In half the moves those placed first see the
/// relaxation's prices more than the bare cover, which tells them what the ones still to come will need: without that the
/// chain stays about one person short on the hard instances.
/// </summary>
internal sealed class RosterLane
{
    private const int MostPeople = 8;
    private const double GuidedShare = 0.5;
    private static readonly int[] Noises = [0, 2 * PersonModel.Scale, 20 * PersonModel.Scale];

    private readonly RosterModel model;
    private readonly BestResponse[] responses;
    private readonly RosterState now;
    private readonly int[] costs;
    private readonly int[] allOff;
    private readonly int[] chosen;
    private readonly int[][] kept;
    private readonly int[] order;
    private IReadOnlyList<double> worth;
    private readonly RandomStream chance;

    public RosterLane(RosterModel model, long seed, int number)
    {
        this.model = model;
        var table = new PathTable();
        responses = [.. model.People.Select((_, p) => new BestResponse(model, p, table))];
        (now, Best) = (new(model), new(model));
        costs = new int[model.Days * model.Width];
        allOff = [.. Enumerable.Repeat(model.Shifts, model.Days)];
        chosen = new int[model.Days];
        kept = [.. model.People.Select(_ => new int[model.Days])];
        order = [.. Enumerable.Range(0, model.People.Length)];
        worth = new double[model.Need.Length];
        chance = new StreamSource(seed).Stream("roster", number);
    }

    /// <summary>The cheapest roster this chain has seen.</summary>
    public RosterState Best { get; }

    /// <summary>A first roster: everyone in random order takes the best horizon left. The person who has none, or null.</summary>
    public int? Construct()
    {
        Shuffle(order.Length);
        foreach (var person in order)
            if (!Respond(person, 0, 0))
                return person;
        Best.CopyFrom(now);
        return null;
    }

    /// <summary>Begins with a roster made elsewhere.</summary>
    public void Take(Roster from)
    {
        for (var person = 0; person < order.Length; person++)
            now.Assign(person, [.. from.Assigned[person].Select(shift => shift == Roster.Off ? model.Shifts : shift)]);
        Best.CopyFrom(now);
    }

    /// <summary>Goes on from a roster, with what one more person on each day's shift is worth.</summary>
    public void StartFrom(RosterState state, IReadOnlyList<double> prices)
    {
        now.CopyFrom(state);
        worth = prices;
    }

    /// <summary>One annealing, from accepting about <paramref name="heat"/> of cost to about a half.</summary>
    public void Anneal(int moves, double heat, Action<long> improved, CancellationToken stop)
    {
        const double Cold = 0.5 * PersonModel.Scale;
        var hot = heat * PersonModel.Scale;
        for (var move = 0; move < moves && !stop.IsCancellationRequested; move++)
        {
            Move(hot * Math.Pow(Cold / hot, (double)move / moves), stop);
            if (now.Cost >= Best.Cost)
                continue;
            Best.CopyFrom(now);
            improved(Best.Cost);
        }
    }

    private void Move(double heat, CancellationToken stop)
    {
        var before = now.Cost;
        var count = TakeOut();
        var noise = Noises[chance.Below(Noises.Length)];
        var guided = chance.NextUniform() < GuidedShare;
        for (var i = 0; i < count && !stop.IsCancellationRequested; i++)
            Respond(order[i], noise, guided ? (count - 1.0 - i) / count : 0);
        if (stop.IsCancellationRequested || now.Cost - before > -heat * Math.Log(1 - chance.NextUniform()))
            for (var i = 0; i < count; i++)
                now.Assign(order[i], kept[i]);
    }

    private int TakeOut()
    {
        var count = Math.Min(order.Length, 1 + chance.Below(MostPeople));
        Shuffle(count);
        for (var i = 0; i < count; i++)
        {
            now.Choices[order[i]].CopyTo(kept[i], 0);
            now.Assign(order[i], allOff);
        }
        return count;
    }

    private bool Respond(int person, int noise, double guide)
    {
        now.Price(person, costs);
        if (guide > 0)
            Blend(model.People[person].OwnCost, guide);
        if (noise > 0)
            for (var i = 0; i < costs.Length; i++)
                if (costs[i] < PersonModel.Never)
                    costs[i] += chance.Below(noise);
        if (responses[person].Solve(costs, chosen) >= PersonModel.Never)
            return false;
        now.Assign(person, chosen);
        return true;
    }

    private void Blend(int[] own, double guide)
    {
        for (int day = 0, at = 0, slot = 0; day < model.Days; day++, at++)
            for (var shift = 0; shift < model.Shifts; shift++, at++, slot++)
                if (costs[at] < PersonModel.Never)
                    costs[at] = own[at] + (int)((1 - guide) * (costs[at] - own[at]) - guide * worth[slot]);
    }

    private void Shuffle(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var j = i + chance.Below(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
