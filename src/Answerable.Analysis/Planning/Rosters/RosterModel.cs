namespace Answerable.Analysis.Planning.Rosters;

/// <summary>A problem compiled once for the search: people, successions, lengths, cover and weekends as plain arrays.</summary>
internal sealed class RosterModel
{
    public RosterModel(RosterProblem problem)
    {
        Problem = problem;
        (Days, Shifts) = (problem.Days, problem.Shifts.Count);
        Width = Shifts + 1;
        var unit = Math.Max(1, problem.Shifts.Select(shift => shift.Minutes).Aggregate(0, Gcd));
        Units = [.. problem.Shifts.Select(shift => shift.Minutes / unit)];
        MayFollow = Successions(problem);
        People = [.. Enumerable.Range(0, problem.People.Count).Select(person => new PersonModel(problem, person, unit))];
        Weekday = [.. Enumerable.Range(0, Days).Select(day => (day + problem.FirstWeekday) % 7)];
        Weekends = Enumerable.Range(0, Days).Select(problem.WeekendOf).Where(weekend => weekend >= 0).Distinct().Count();
        (Need, Under, Over) = (new int[Days * Shifts], new int[Days * Shifts], new int[Days * Shifts]);
        foreach (var need in problem.Cover)
        {
            var slot = need.Day * Shifts + need.Shift;
            (Need[slot], Under[slot], Over[slot]) =
                (need.People, need.UnderCost * PersonModel.Scale, need.OverCost * PersonModel.Scale);
        }
    }

    public RosterProblem Problem { get; }
    public int Days { get; }
    public int Shifts { get; }

    /// <summary>Choices a day: the shifts and, last, the day off.</summary>
    public int Width { get; }
    public int[] Units { get; }

    /// <summary>[before, after]: may the second be worked on the day after the first.</summary>
    public bool[,] MayFollow { get; }
    public PersonModel[] People { get; }
    public int[] Weekday { get; }
    public int Weekends { get; }
    public int[] Need { get; }
    public int[] Under { get; }
    public int[] Over { get; }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static bool[,] Successions(RosterProblem problem)
    {
        var may = new bool[problem.Shifts.Count, problem.Shifts.Count];
        for (var before = 0; before < problem.Shifts.Count; before++)
            for (var after = 0; after < problem.Shifts.Count; after++)
                may[before, after] = !problem.Shifts[before].NotFollowedBy.Contains(problem.Shifts[after].Id);
        return may;
    }

    /// <summary>Cost in thousandths of having that many people on a day's shift.</summary>
    public long CoverCost(int slot, int people) =>
        people < Need[slot] ? (long)(Need[slot] - people) * Under[slot] : (long)(people - Need[slot]) * Over[slot];

    /// <summary>The most that one person's horizon can cost, in whole cost, beyond which exact whole-number sums would overflow.</summary>
    public static long MostCost(RosterProblem problem)
    {
        var cover = problem.Cover.Select(need => (long)Math.Max(need.UnderCost, need.OverCost)).DefaultIfEmpty().Max();
        var wishes = problem.Requests.GroupBy(request => (request.Person, request.Day))
            .Select(day => day.Sum(request => (long)request.Weight)).DefaultIfEmpty().Max();
        return problem.Days * (cover + wishes);
    }
}
