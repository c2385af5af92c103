using Answerable.Model.Journal;

namespace Answerable.Model.Privacy;

/// <summary>A customer's personal data were made unreadable for good; what was counted stays counted.</summary>
[FactName("customer.erased")]
public sealed record CustomerErased(string Reason, int Keys) : Fact;
