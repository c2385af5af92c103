namespace Answerable.Analysis.Rehearsal;

/// <summary>
/// A contact centre and what comes at it: the whole input of a rehearsal. Built in code as it would be told
/// (<c>Scenario.Named("Monday").Lasting(hours: 12).With(...).With(...)</c>) or read from a scenario file. All durations are seconds.
/// </summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>Seconds from opening to the end; infinite for a steady state.</summary>
    public double Duration { get; init; } = double.PositiveInfinity;

    /// <summary>Seconds run before anything is counted.</summary>
    public double WarmUp { get; init; }

    /// <summary>Seconds of one reporting interval.</summary>
    public double Interval { get; init; } = 1800;

    /// <summary>Contacts that may be waiting or in hand at once before the next meets an engaged tone; nothing when lines never run out.</summary>
    public int? Lines { get; init; }

    public IReadOnlyList<ContactType> Types { get; init; } = [];

    public IReadOnlyList<SkillGroup> Groups { get; init; } = [];

    public static Scenario Named(string name) => new() { Name = name };

    public Scenario Lasting(double hours) => this with { Duration = hours * 3600 };

    public Scenario WarmingUp(double hours) => this with { WarmUp = hours * 3600 };

    public Scenario WithLines(int lines) => this with { Lines = lines };

    public Scenario With(params ContactType[] types) => this with { Types = [.. Types, .. types] };

    public Scenario With(params SkillGroup[] groups) => this with { Groups = [.. Groups, .. groups] };
}
