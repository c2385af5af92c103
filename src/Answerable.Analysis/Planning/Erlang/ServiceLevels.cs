namespace Answerable.Analysis.Planning.Erlang;

/// <summary>The share handled within the target, by each definition; null where a family does not define one.</summary>
public readonly record struct ServiceLevels(
    double OfOffered, double OfAnswered, double? AbandonsCountedIn = null, double? ShortAbandonsExcluded = null)
{
    /// <summary>The share by one definition.</summary>
    public double? By(ServiceLevelDefinition definition) => definition switch
    {
        ServiceLevelDefinition.OfOffered => OfOffered,
        ServiceLevelDefinition.OfAnswered => OfAnswered,
        ServiceLevelDefinition.AbandonsCountedIn => AbandonsCountedIn,
        ServiceLevelDefinition.ShortAbandonsExcluded => ShortAbandonsExcluded,
    };

    /// <summary>The four levels where nobody leaves: they are one.</summary>
    internal static ServiceLevels WithoutAbandons(double answeredInTime) =>
        new(answeredInTime, answeredInTime, answeredInTime, answeredInTime);

    /// <summary>
    /// The four levels from their parts, each a share of all offered: answered in time, answered at all, and still waiting at the target.
    /// </summary>
    internal static ServiceLevels Of(double answeredInTime, double answered, double stillWaiting)
    {
        var gone = Math.Max(0, 1 - stillWaiting - answeredInTime);
        return new(answeredInTime, answeredInTime / answered, 1 - stillWaiting, answeredInTime / (1 - gone));
    }
}
