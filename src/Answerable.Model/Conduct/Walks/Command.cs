using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.Model.Conduct;

/// <summary>What a move asks of the world outside the walk and the desk.</summary>
public abstract record Command
{
    /// <param name="Replaces">It stands in place of what the same step decided before it was gone back over.</param>
    public sealed record TakeDecision(
        string Node, string DecisionKind, long? Pence, Guid? LimitId, ReferralId? Under, string Why, bool Replaces) : Command;

    public sealed record RetractDecision(string Node) : Command;

    public sealed record OpenReferral(ReferralId Id, ReferralMatter Matter, string Node, Role To, int WithinMinutes, string Why) : Command
    {
        /// <summary>The lowest role the procedure lets it go to.</summary>
        public Role AtLeast { get; init; }
        public string? DecisionKind { get; init; }
        public long? Pence { get; init; }
        public long? TotalPence { get; init; }
        public Guid? LimitId { get; init; }
        public Guid? Words { get; init; }
        public string TellCustomer { get; init; } = "";
        public bool Urgent { get; init; }
    }

    public sealed record CloseReferral(ReferralId Id, string Why) : Command;

    public sealed record ResolveContact(bool Resolved, string Ending) : Command;

    /// <summary>Somebody is with a customer from now on.</summary>
    public sealed record Engage(PersonId Agent) : Command;

    /// <summary>A contact leaves somebody's desk: with none left there, they are ready again.</summary>
    public sealed record Release(PersonId Agent, ContactId Gone) : Command;
}
