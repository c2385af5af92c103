namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// One chain of the large-neighbourhood search: takes a few people out, gives each back the exact best horizon against the
/// cover the others leave (with noise in the prices), and accepts the result as simulated annealing does.
/// </summary>
internal sealed class RosterLane
{
    private readonly RosterModel model;
    private readonly BestResponse[] responses;
    private readonly RosterState now;
    private readonly RosterState best;
    private readonly int[] costs;
    private readonly int[] allOff;
    private readonly int[] chosen;
    private readonly int[][] kept;
    private readonly int[] order;
    private RosterStream chance;

    public RosterLane(RosterModel model, long seed, int number)
    {
        this.model = model;
        responses = [.. model.People.Select((_, p) => new BestResponse(model, p))];
        (now, best) = (new(model), new(model));
        costs = new int[model.Days * model.Width];
        allOff = [.. Enumerable.Repeat(model.Shifts, model.Days)];
        chosen = new int[model.Days];
        kept = [.. model.People.Select(_ => new int[model.Days])];
        order = [.. Enumerable.Range(0, model.People.Length)];
        chance = new(seed, "roster", number);
    }

    public RosterState Best => best;

    /// <summary>A first roster: everyone in random order takes the best horizon left. The person who has none, or null.</summary>
    public int? Construct()
    {
        Shuffle(order.Length);
        foreach (var person in order)
            if (!Respond(person, 0))
                return person;
        best.CopyFrom(now);
        return null;
    }

    /// <summary>One annealing from a hot start to a cold end.</summary>
    public void Anneal(int moves, double hot, double cold, CancellationToken stop)
    {
        for (var move = 0; move < moves && !stop.IsCancellationRequested; move++)
            Move(hot * Math.Pow(cold / hot, (double)move / moves));
    }

    public void StartFrom(RosterState state) => now.CopyFrom(state);

    private void Move(double heat)
    {
        var count = Math.Min(order.Length, 1 + chance.Next(4));
        Shuffle(count);
        var before = now.Cost;
        var noise = chance.Next(3) switch { 0 => 0, 1 => 2 * PersonModel.Scale, _ => 20 * PersonModel.Scale };
        for (var i = 0; i < count; i++)
        {
            now.Choices[order[i]].CopyTo(kept[i], 0);
            now.Assign(order[i], allOff);
        }
        for (var i = 0; i < count; i++)
            Respond(order[i], noise);
        if (now.Cost < best.Cost)
            best.CopyFrom(now);
        if (now.Cost - before > -heat * Math.Log(1 - chance.NextDouble()))
            for (var i = 0; i < count; i++)
                now.Assign(order[i], kept[i]);
    }

    private bool Respond(int person, int noise)
    {
        now.Price(person, costs);
        if (noise > 0)
            for (var i = 0; i < costs.Length; i++)
                if (costs[i] < PersonModel.Never)
                    costs[i] += chance.Next(noise);
        var cost = responses[person].Solve(costs, chosen);
        if (cost >= PersonModel.Never)
            return false;
        now.Assign(person, chosen);
        return true;
    }

    private void Shuffle(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var j = i + chance.Next(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
