using Answerable.Model.People;

namespace Answerable.Model.Procedures;

/// <summary>Where a step may pass to greater authority or other skill.</summary>
/// <param name="To">The lowest role it goes to.</param>
/// <param name="WithinMinutes">How soon an answer is promised.</param>
/// <param name="When">When to refer, in a sentence.</param>
/// <param name="TellCustomer">What to tell the customer meanwhile.</param>
public sealed record ReferralPoint(Role To, int WithinMinutes = 15, string When = "", string TellCustomer = "");
