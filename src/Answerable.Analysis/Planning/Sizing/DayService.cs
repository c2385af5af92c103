using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Sizing;

/// <summary>A whole day's service; shares are from 0 to 1, null where there was nothing to count.</summary>
/// <param name="Contacts">Contacts offered.</param>
/// <param name="ServiceLevel">By the definition asked for.</param>
/// <param name="Abandoned">The share of offered that left.</param>
/// <param name="SpeedOfAnswer">Mean wait in seconds of those answered.</param>
/// <param name="Occupancy">The share of agents' time at work spent handling.</param>
public sealed record DayService(double Contacts, double? ServiceLevel, double? Abandoned, double? SpeedOfAnswer, double? Occupancy)
{
    /// <summary>A day of independent steady states. Sums of counts are weighted, never averages of averages.</summary>
    public static DayService Of(IReadOnlyList<SizedQuarter> quarters, ServiceLevelDefinition definition)
    {
        double offered = 0, inTime = 0, answered = 0, goneInTime = 0, goneShort = 0, waited = 0, busy = 0, atWork = 0;
        foreach (var quarter in quarters)
        {
            atWork += quarter.Staffed;
            if (quarter.Figures is not { ServiceLevels: { } levels } figures)
                continue;
            var stayed = quarter.Contacts * (1 - (figures.Abandons ?? 0));
            offered += quarter.Contacts;
            inTime += quarter.Contacts * levels.OfOffered;
            answered += stayed;
            goneInTime += quarter.Contacts * Math.Max(0, (levels.AbandonsCountedIn ?? levels.OfOffered) - levels.OfOffered);
            goneShort += quarter.Contacts * (levels.GoneShort ?? 0);
            waited += stayed * (figures.SpeedOfAnswerSeconds ?? 0);
            busy += figures.Occupancy * quarter.Staffed;
        }
        var level = definition switch
        {
            ServiceLevelDefinition.OfOffered => Share(inTime, offered),
            ServiceLevelDefinition.OfAnswered => Share(inTime, answered),
            ServiceLevelDefinition.AbandonsCountedIn => Share(inTime + goneInTime, offered),
            ServiceLevelDefinition.AbandonsInTimeExcluded => Share(inTime, offered - goneInTime),
            ServiceLevelDefinition.ShortAbandonsExcluded => Share(inTime, offered - goneShort),
        };
        return new(offered, level, Share(offered - answered, offered), Share(waited, answered), Share(busy, atWork));
    }

    private static double? Share(double part, double whole) => whole > 0 ? part / whole : null;
}
