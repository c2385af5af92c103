namespace Answerable.Analysis.Planning.Rosters;

/// <summary>A whole roster under change: everyone's choices, the people on each day's shift, and the cost in thousandths.</summary>
internal sealed class RosterState
{
    private readonly RosterModel model;
    private readonly int[] cover;

    public RosterState(RosterModel model)
    {
        this.model = model;
        cover = new int[model.Days * model.Shifts];
        Choices = [.. model.People.Select(_ => Enumerable.Repeat(model.Shifts, model.Days).ToArray())];
        for (var slot = 0; slot < cover.Length; slot++)
            Cost += model.CoverCost(slot, 0);
        foreach (var person in model.People)
            for (var day = 0; day < model.Days; day++)
                Cost += person.OwnCost[day * model.Width + model.Shifts];
    }

    public int[][] Choices { get; }
    public long Cost { get; private set; }

    /// <summary>Gives a person another horizon.</summary>
    public void Assign(int person, ReadOnlySpan<int> choices)
    {
        var mine = Choices[person];
        var own = model.People[person].OwnCost;
        for (var day = 0; day < mine.Length; day++)
        {
            if (mine[day] == choices[day])
                continue;
            Cost += own[day * model.Width + choices[day]] - own[day * model.Width + mine[day]];
            Staff(day, mine[day], -1);
            Staff(day, choices[day], 1);
            mine[day] = choices[day];
        }
    }

    private void Staff(int day, int choice, int change)
    {
        if (choice == model.Shifts)
            return;
        var slot = day * model.Shifts + choice;
        Cost += model.CoverCost(slot, cover[slot] + change) - model.CoverCost(slot, cover[slot]);
        cover[slot] += change;
    }

    /// <summary>What each choice of a person who is now off every day would cost: own wishes and the change in cover.</summary>
    public void Price(int person, Span<int> costs)
    {
        model.People[person].OwnCost.CopyTo(costs);
        for (var day = 0; day < model.Days; day++)
            for (var shift = 0; shift < model.Shifts; shift++)
            {
                var slot = day * model.Shifts + shift;
                if (costs[day * model.Width + shift] < PersonModel.Never)
                    costs[day * model.Width + shift] += cover[slot] < model.Need[slot] ? -model.Under[slot] : model.Over[slot];
            }
    }

    public void CopyFrom(RosterState other)
    {
        for (var person = 0; person < Choices.Length; person++)
            other.Choices[person].CopyTo(Choices[person], 0);
        other.cover.CopyTo(cover, 0);
        Cost = other.Cost;
    }

    public Roster ToRoster() => new([.. Choices.Select(choices =>
        (IReadOnlyList<int>)[.. choices.Select(choice => choice == model.Shifts ? Roster.Off : choice)])]);
}
