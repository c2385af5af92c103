using Answerable.Model.Journal;

namespace Answerable.Model.Privacy;

/// <summary>A customer's personal data were made unreadable for good; what was counted stays counted.</summary>
[FactName("customer.erased")]
public sealed record CustomerErased([Typed] string Reason, int Keys) : Fact;

/// <summary>From now on it is kept for so many days who looked at customers' data.</summary>
[FactName("privacy.looks-kept-for")]
public sealed record LooksKeptFor(int Days) : Fact;

/// <summary>Told each day on which anybody looked: fewer than so many looks have never been taken down since.</summary>
[FactName("privacy.looks-counted")]
public sealed record LooksCounted(long Looks) : Fact;
