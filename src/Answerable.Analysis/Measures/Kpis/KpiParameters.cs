namespace Answerable.Analysis.Measures;

/// <summary>What a KPI's formula leaves open.</summary>
/// <param name="ThresholdSeconds">T: an answer within T seconds is in time. 0 to 604,800 whole seconds.</param>
/// <param name="ShortSeconds">s: who leaves within s seconds is a short abandon. 0 to 3,600 whole seconds.</param>
/// <param name="WindowDays">Repeat window: a customer who comes again within so many days was not helped the first time. 1 to 30 whole days.</param>
public sealed record KpiParameters(int ThresholdSeconds = 20, int ShortSeconds = 5, int WindowDays = 7)
{
    public static readonly KpiParameters Usual = new();
}

/// <summary>Which of the parameters a formula uses.</summary>
[Flags]
public enum KpiParameterUse
{
    None = 0,
    Threshold = 1,
    ShortAbandon = 2,
    Window = 4,
}
