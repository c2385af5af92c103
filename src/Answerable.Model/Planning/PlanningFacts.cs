using Answerable.Model.Journal;

namespace Answerable.Model.Planning;

/// <param name="Source">Where its counts are from, in words.</param>
/// <param name="Counts">How many interval counts it holds.</param>
[FactName("series.loaded")]
public sealed record SeriesLoaded([Typed] string Name, [Typed] string Source, int Counts, DateOnly First, DateOnly Last) : Fact;

[FactName("series.removed")]
public sealed record SeriesRemoved([Typed] string Name) : Fact;

/// <param name="Last">The last date it was made from.</param>
/// <param name="Days">Days ahead.</param>
/// <param name="Wape">The error such forecasts had from earlier dates, as a share; none where there were too few to tell.</param>
[FactName("series.forecast-made")]
public sealed record SeriesForecastMade([Typed] string Name, DateOnly Last, int Days, double? Wape) : Fact;

/// <param name="Knobs">Everything it was computed with.</param>
[FactName("scenario.saved")]
public sealed record ScenarioSaved([Typed] string Name, SeriesId Series, string Knobs) : Fact;

[FactName("scenario.renamed")]
public sealed record ScenarioRenamed([Typed] string From, [Typed] string To) : Fact;

[FactName("scenario.removed")]
public sealed record ScenarioRemoved([Typed] string Name) : Fact;

/// <summary>A rehearsal of a day; what it counted was simulated, and is no performance of anybody.</summary>
/// <param name="Knobs">Everything it was run with.</param>
/// <param name="Replications">Days simulated.</param>
/// <param name="ServiceLevel">The share it came to, with the half-width of its 95 % interval.</param>
[FactName("scenario.rehearsed")]
public sealed record ScenarioRehearsed(SeriesId Series, string Knobs, int Replications, double? ServiceLevel, double? HalfWidth) : Fact;
