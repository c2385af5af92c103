using Answerable.Model;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// How a search is run. The same seed, lanes and cycles give the same roster on any number of processors; a search without a
/// number of cycles goes on until it is stopped or proven best.
/// </summary>
public sealed record RosterOptions(long Seed = 1, int Lanes = 2, int Cycles = int.MaxValue)
{
    /// <summary>A roster to improve instead of building one; it must keep every hard rule.</summary>
    public Roster? From { get; init; }

    /// <summary>Most processors used at once; -1 for all.</summary>
    public int Processors { get; init; } = -1;
}

/// <summary>How far a search has come: the cheapest roster's cost so far and the proven lower bound.</summary>
public sealed record RosterProgress(long Cost, long LowerBound);

/// <summary>A roster as an independent check judged it, with a proven lower bound on the cost of any feasible roster.</summary>
public sealed record RosterResult(Roster Roster, RosterVerdict Verdict, long LowerBound, int Cycles)
{
    /// <summary>By what share of its cost the roster may at most be improved; 0 when proven best.</summary>
    public double Gap => Verdict.Cost <= LowerBound ? 0 : (double)(Verdict.Cost - LowerBound) / Verdict.Cost;
}

/// <summary>
/// Rosters by construction and large-neighbourhood search: lanes of annealing over exact one-person horizons, guided by the
/// prices of a Lagrangian relaxation that also proves the lower bound. Hard rules hold at every moment, because a person only
/// ever gets a whole horizon that keeps them.
/// </summary>
public static class RosterSearch
{
    /// <summary>Searches until the cycles are done, the bound is met, or <paramref name="stop"/>; the best found is returned.</summary>
    public static Outcome<RosterResult> Run(
        RosterProblem problem, RosterOptions options, IProgress<RosterProgress>? progress = null, CancellationToken stop = default)
    {
        if (RosterModel.MostCost(problem) * PersonModel.Scale >= PersonModel.Never / 4)
            return new Refusal("roster.weights", $"The weights are too large for {problem.Days} days; divide them all by the same number.");
        var model = new RosterModel(problem);
        if (TooLarge(model) is { } person)
            return new Refusal("roster.size", $"The horizon of {problem.People[person].Id} is too large to search; split it into shorter periods.");
        var run = new RosterRun(model, options, progress);
        if (options.From is { } from && Broken(problem, from) is { } broken)
            return new Refusal("roster.from", $"The roster to start from cannot be used: {broken}");
        if (run.Construct() is { } stuck)
            return new Refusal("roster.person", $"{problem.People[stuck].Id} has no horizon that keeps every hard rule of the contract.");
        var cycles = run.Improve(stop);
        var roster = run.Best.ToRoster();
        var verdict = RosterCheck.Judge(problem, roster);
        if (!verdict.Feasible || verdict.Cost * PersonModel.Scale != run.Best.Cost)
            throw new InvalidOperationException(
                $"The search and the check disagree: {run.Best.Cost / PersonModel.Scale} against {verdict.Cost}. "
                + string.Join(' ', verdict.Breaches));
        return new RosterResult(roster, verdict, run.LowerBound, cycles);
    }

    private static string? Broken(RosterProblem problem, Roster from) =>
        from.Assigned.Count != problem.People.Count
            || from.Assigned.Any(days => days.Count != problem.Days || days.Any(shift => shift < Roster.Off || shift >= problem.Shifts.Count))
            ? "it is for other people, days or shifts."
            : RosterCheck.Judge(problem, from).Breaches is [var first, ..] ? first : null;

    private static int? TooLarge(RosterModel model)
    {
        for (var person = 0; person < model.People.Length; person++)
            if (BestResponse.MostCells(model, person) > PathTable.Most)
                return person;
        return null;
    }
}
