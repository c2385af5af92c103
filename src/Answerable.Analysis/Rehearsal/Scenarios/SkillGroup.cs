namespace Answerable.Analysis.Rehearsal;

/// <summary>People with the same skills, how many are on duty when, and whom they serve in which order.</summary>
public sealed record SkillGroup
{
    public required string Name { get; init; }

    public StaffPlan Staff { get; init; } = StaffPlan.Constant(1);

    public IReadOnlyList<Skill> Serves { get; init; } = [];

    public ShiftEnd ShiftEnd { get; init; } = ShiftEnd.Finish;

    /// <summary>Chats one person handles at once; other channels take the whole person.</summary>
    public int ChatsAtOnce { get; init; } = 1;

    /// <summary>How much longer a chat takes that starts as a person's first, second, ...; the last holds for any more.</summary>
    public IReadOnlyList<double> Slowdown { get; init; } = [1];

    /// <summary>People left free for live contacts before deferrable work is taken.</summary>
    public int KeepFree { get; init; }

    public static SkillGroup Of(string name, int agents) => new() { Name = name, Staff = StaffPlan.Constant(agents) };

    public static SkillGroup Of(string name, StaffPlan staff) => new() { Name = name, Staff = staff };

    /// <summary>Serves a type next in this group's order, at the given preference of that type's own arrivals.</summary>
    public SkillGroup Serving(string type, int preference = 1) =>
        this with { Serves = [.. Serves, new Skill(type, Serves.Count + 1, preference)] };

    /// <summary>Serves several types as one queue: longest wait first.</summary>
    public SkillGroup ServingTogether(params string[] types)
    {
        var priority = Serves.Count + 1;
        return this with { Serves = [.. Serves, .. types.Select(type => new Skill(type, priority, 1))] };
    }

    public SkillGroup HandlingChats(int atOnce, params double[] slowdown) =>
        this with { ChatsAtOnce = atOnce, Slowdown = slowdown.Length == 0 ? [1] : slowdown };
}

/// <summary>One contact type a group serves.</summary>
/// <param name="Priority">A freed person takes the lowest number first; among equals whoever has waited longest.</param>
/// <param name="Preference">An arriving contact goes to the groups with the lowest number that have somebody free; among equals to whoever has been
/// free longest.</param>
public sealed record Skill(string Type, int Priority = 1, int Preference = 1);

/// <summary>What becomes of the contact in hand when a shift or the time before a break ends.</summary>
public enum ShiftEnd
{
    /// <summary>It is finished first.</summary>
    Finish,

    /// <summary>It goes back to the front of its queue, to be resumed by whoever is free.</summary>
    HandBack
}
