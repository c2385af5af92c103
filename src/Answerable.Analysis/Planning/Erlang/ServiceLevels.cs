namespace Answerable.Analysis.Planning.Erlang;

/// <summary>The share handled within the target, by each definition; null where a family does not define one.</summary>
/// <param name="GoneShort">The share of offered that left as short abandons.</param>
public readonly record struct ServiceLevels(
    double OfOffered, double OfAnswered, double? AbandonsCountedIn = null, double? AbandonsInTimeExcluded = null, double? GoneShort = null)
{
    public double? ShortAbandonsExcluded => OfOffered / (1 - GoneShort);

    /// <summary>The share by one definition.</summary>
    public double? By(ServiceLevelDefinition definition) => definition switch
    {
        ServiceLevelDefinition.OfOffered => OfOffered,
        ServiceLevelDefinition.OfAnswered => OfAnswered,
        ServiceLevelDefinition.AbandonsCountedIn => AbandonsCountedIn,
        ServiceLevelDefinition.AbandonsInTimeExcluded => AbandonsInTimeExcluded,
        ServiceLevelDefinition.ShortAbandonsExcluded => ShortAbandonsExcluded,
    };

    /// <summary>The levels where nobody leaves: they are one.</summary>
    internal static ServiceLevels WithoutAbandons(double answeredInTime) =>
        new(answeredInTime, answeredInTime, answeredInTime, answeredInTime, 0);

    /// <summary>
    /// The levels from their parts, each a share of all offered: answered in time, answered at all, still waiting at the target, and gone as a
    /// short abandon where that is asked for.
    /// </summary>
    internal static ServiceLevels Of(double answeredInTime, double answered, double stillWaiting, double? goneShort)
    {
        var gone = Math.Max(0, 1 - stillWaiting - answeredInTime);
        return new(answeredInTime, answeredInTime / answered, 1 - stillWaiting, answeredInTime / (1 - gone), goneShort);
    }
}
