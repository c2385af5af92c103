using Answerable.Model.Journal;

namespace Answerable.Model.Centre;

/// <param name="AfterContactMinutes">After how long a contact is closed whose after-contact work never ended; null as before.</param>
/// <param name="Currency">Its ISO 4217 code.</param>
/// <param name="Holidays">The part whose bank holidays are kept; empty for none.</param>
[FactName("centre.changed")]
public sealed record CentreChanged([Typed] string Name, string Zone, string Currency, string Holidays, int? AfterContactMinutes = null) : Fact;

/// <param name="Queue">Empty for all queues without a week of their own.</param>
/// <param name="Days">Monday first, as 09:00-17:00.</param>
[FactName("centre.week-changed")]
public sealed record OpeningWeekChanged(string Queue, IReadOnlyList<string> Days) : Fact;

[FactName("centre.week-removed")]
public sealed record OpeningWeekRemoved(string Queue) : Fact;

/// <param name="Open">As 10:00-16:00, or closed.</param>
[FactName("centre.special-day-set")]
public sealed record SpecialDaySet(DateOnly Date, string Queue, string Open, [Typed] string Why) : Fact;

[FactName("centre.special-day-removed")]
public sealed record SpecialDayRemoved(DateOnly Date, string Queue) : Fact;
