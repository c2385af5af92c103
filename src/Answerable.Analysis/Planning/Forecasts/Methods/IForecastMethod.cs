namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>One way to forecast ordinary days. Special kinds and closures are laid over it by the pool.</summary>
public interface IForecastMethod
{
    /// <summary>A short name, as it stands in results.</summary>
    string Name { get; }

    /// <summary>What the method weighs in the pool before anything is known of its errors.</summary>
    double Prior => 1;

    /// <summary>Counts by day ahead and slot, none below zero; nothing outside <paramref name="past"/> may be used.</summary>
    double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead);
}
