namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>What kind of day a day of the history or of the forecast is.</summary>
public enum DayMark
{
    /// <summary>Observed, and like others of its weekday.</summary>
    Ordinary,

    /// <summary>A day usually open with no counts: filled from its neighbours before any model sees it.</summary>
    Missing,

    /// <summary>Known to be closed: a bank holiday or a day declared closed.</summary>
    Closed,

    /// <summary>Declared special: an open day whose demand is unlike its weekday's.</summary>
    Special,

    /// <summary>The first open day after one or more closed or missing ones.</summary>
    AfterClosure,
}
