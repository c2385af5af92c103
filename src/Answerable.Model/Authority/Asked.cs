using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>A decision somebody is about to take.</summary>
/// <param name="Pence">The amount, where the kind is a matter of money.</param>
public sealed record Asked(string DecisionKind, long? Pence, ContactId Contact, CaseId? Case, CustomerId? Customer);

/// <summary>Who would take it: a person in a role of the line.</summary>
/// <param name="Role">Their highest role of the line: how far up they act.</param>
public sealed record Decider(PersonId? Person, Role Role)
{
    /// <summary>Their other roles of the line: nobody may decide less for having been given one more.</summary>
    public IReadOnlyList<Role> Beside { get; init; } = [];

    public static Decider Of(Actor who) => Of(who.Person, who.Roles);

    /// <summary>Whoever has no role of the line decides nothing more than an agent.</summary>
    public static Decider Of(PersonId? person, IEnumerable<Role> held)
    {
        Role[] line = [.. held.Where(Roles.Line.Contains).Distinct().OrderDescending()];
        return line.Length > 0 ? new Decider(person, line[0]) { Beside = line[1..] } : new Decider(person, Role.Agent);
    }
}

/// <summary>An amount already given, or promised by an approval not yet used.</summary>
public sealed record Given(string DecisionKind, long Pence, ContactId Contact, CaseId? Case, CustomerId? Customer, DateTimeOffset At);
