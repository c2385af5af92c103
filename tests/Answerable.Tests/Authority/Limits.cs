using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Tests.Authority;

/// <summary>A goodwill matrix: agents £50, senior agents £75, team leaders £250, managers without bounds.</summary>
internal static class Limits
{
    public static readonly DateTimeOffset Day = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    public static readonly DecisionKind Goodwill = new("goodwill", "Goodwill", Money: true);
    public static readonly Matrix Usual = new([Of(Role.Agent, 5000), Of(Role.SeniorAgent, 7500), Of(Role.TeamLeader, 25000), Of(Role.Manager, null)]);

    public static Limit Of(Role role, long? pence, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        new(Guid.Parse($"00000000-0000-0000-0000-{(int)role:D12}"), "goodwill", role, null, from ?? Day.AddYears(-1), to)
        { PerContactPence = pence, PerCasePence = pence };

    public static Limit Own(PersonId person, long pence, DateTimeOffset? from = null) =>
        new(person.Value, "goodwill", null, person, from ?? Day.AddYears(-1), null) { PerContactPence = pence, PerCasePence = pence };

    public static PersonId Person(int number) => PersonId.From(Guid.Parse($"00000000-0000-0000-0001-{number:D12}"));
    public static ContactId Contact(int number) => ContactId.From(Guid.Parse($"00000000-0000-0000-0002-{number:D12}"));
    public static CaseId Case(int number) => CaseId.From(Guid.Parse($"00000000-0000-0000-0003-{number:D12}"));
    public static CustomerId Customer(int number) => CustomerId.From(Guid.Parse($"00000000-0000-0000-0004-{number:D12}"));
}
