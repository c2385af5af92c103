namespace Answerable.Analysis.Rehearsal;

/// <summary>The part of a scenario file that tells who is there.</summary>
internal static class ScenarioFileGroups
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] StaffFields = ["agents", "agentsByInterval", "shifts"];

    public static SkillGroup SkillGroup(ScenarioNode node, double startsAt)
    {
        node.Only("name", "agents", "agentsByInterval", "intervalMinutes", "shifts", "serves", "endOfShift", "chatsAtOnce", "slowdown", "keepFree");
        return new SkillGroup
        {
            Name = node.Text("name"),
            Staff = Staff(node, startsAt),
            Serves = [.. node.List("serves").Select(Skill)],
            ShiftEnd = End(node),
            ChatsAtOnce = node.Whole("chatsAtOnce", 1, 1),
            Slowdown = node.Has("slowdown") && node.Numbers("slowdown") is { Count: > 0 } slowdown ? slowdown : [1],
            KeepFree = node.Whole("keepFree", 0, 0)
        };
    }

    private static StaffPlan Staff(ScenarioNode node, double startsAt)
    {
        var ways = StaffFields.Where(node.Has).ToArray();
        node.Require(ways.Length == 1, "agents", "is missing: give exactly one of agents, agentsByInterval or shifts");
        switch (ways.FirstOrDefault())
        {
            case "agents":
                return StaffPlan.Constant(node.Whole("agents", 0));
            case "agentsByInterval":
                var counts = node.Wholes("agentsByInterval");
                return counts.Count == 0 ? StaffPlan.Constant(0) : StaffPlan.EachInterval(counts, node.Positive("intervalMinutes", 30));
            case "shifts":
                return StaffPlan.OfShifts([.. node.List("shifts").Select(Shift)], startsAt);
            default:
                return StaffPlan.Constant(0);
        }
    }

    private static Shift Shift(ScenarioNode node)
    {
        node.Only("from", "to", "agents", "breaks", "days");
        var (from, to) = (node.TimeOfDay("from"), node.TimeOfDay("to"));
        var shift = new Shift(from, to, node.Whole("agents", 0), [.. Breaks(node)], node.Has("days") ? [.. Weekdays(node)] : null);
        foreach (var (starts, ends) in shift.Breaks)
            node.Require(shift.Contains(starts, ends), "breaks", "must lie within the shift, from first to last");
        return shift;
    }

    private static IEnumerable<(double, double)> Breaks(ScenarioNode node)
    {
        foreach (var rest in node.Has("breaks") ? node.List("breaks") : [])
        {
            rest.Only("from", "to");
            yield return (rest.TimeOfDay("from"), rest.TimeOfDay("to"));
        }
    }

    private static IEnumerable<int> Weekdays(ScenarioNode node)
    {
        foreach (var day in node.Texts("days"))
        {
            var number = Array.IndexOf(Days, day);
            node.Require(number >= 0, "days", $"\"{day}\" is not one of {string.Join(", ", Days)}");
            if (number >= 0)
                yield return number;
        }
    }

    private static Skill Skill(ScenarioNode node)
    {
        node.Only("type", "priority", "preference");
        return new Skill(node.Text("type"), node.Whole("priority", 0, 1), node.Whole("preference", 0, 1));
    }

    private static ShiftEnd End(ScenarioNode node)
    {
        var end = node.Text("endOfShift", "finish");
        node.Require(end is "finish" or "hand back", "endOfShift", $"is \"{end}\", but must be \"finish\" or \"hand back\"");
        return end == "hand back" ? ShiftEnd.HandBack : ShiftEnd.Finish;
    }
}
