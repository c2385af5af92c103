using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Sizing;

/// <summary>Which of two staffings a day is computed and rehearsed with.</summary>
public enum StaffedBy
{
    /// <summary>Just the agents each quarter-hour requires, as if people came for a quarter-hour.</summary>
    Requirement,

    /// <summary>The agents whole shifts put at work.</summary>
    Shifts,
}

/// <summary>What a planner moves to see its effect on a day.</summary>
public sealed record SizingKnobs
{
    /// <summary>Demand against the forecast: 0.1 is ten per cent more.</summary>
    public double DemandChange { get; init; }

    /// <summary>Mean handling time in seconds: talk, hold and after-contact work.</summary>
    public double HandlingSeconds { get; init; } = 240;

    /// <summary>Mean patience in seconds; null when nobody ever gives up.</summary>
    public double? PatienceSeconds { get; init; } = 180;

    /// <summary>The share of paid time away from the position, from 0 up to 1.</summary>
    public double Shrinkage { get; init; } = 0.3;

    /// <summary>The service target, with what it is a share of.</summary>
    public ServiceGoal Service { get; init; } = new(0.8, 20, ServiceLevelDefinition.OfOffered);

    /// <summary>The largest share of time agents may be busy; null for no cap.</summary>
    public double? Occupancy { get; init; }

    /// <summary>What a paid hour costs, in units of the centre's currency.</summary>
    public double PayPerHour { get; init; } = 14;

    /// <summary>Whether rehearsed days are busier or quieter as a whole, as far as the forecast missed earlier days.</summary>
    public bool DaysVary { get; init; }

    /// <summary>The staffing the figures are of.</summary>
    public StaffedBy Staffed { get; init; }

    /// <summary>The goals every quarter-hour must attain.</summary>
    public StaffingGoals Goals => new() { Service = Service, Occupancy = Occupancy, Shrinkage = Shrinkage };

    /// <summary>Every reason why these cannot be computed with; none when they can.</summary>
    public IEnumerable<Fault> Faults() =>
    [
        .. DemandChange is >= -0.99 and <= 9
            ? [] : new[] { new Fault("demand", $"must be from -99 % to +900 %, not {Bounds.Shown(DemandChange * 100)} %") },
        .. Bounds.Positive("aht", HandlingSeconds, Bounds.MostSeconds),
        .. PatienceSeconds is { } patience ? Bounds.Positive("patience", patience, Bounds.MostSeconds) : [],
        .. Bounds.NotNegative("pay", PayPerHour, 10_000),
        .. Goals.Faults(),
    ];
}
