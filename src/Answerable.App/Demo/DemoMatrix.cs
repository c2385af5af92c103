using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>Who may decide what at Fenwick and Vale.</summary>
internal static class DemoMatrix
{
    /// <param name="Line">The limit of agent, senior agent, team leader and manager, in pence; 0 where the role may not.</param>
    /// <param name="CustomerPence">What one customer may be given in 90 days by any of the first two roles, in pence.</param>
    public sealed record Money(string Code, string Name, long[] Line, long? CustomerPence = null);

    public sealed record Freely(string Code, string Name, Role From);

    public sealed record Own(string Code, string Person, long Pence);

    public static readonly IReadOnlyList<Money> Amounts =
    [
        new("goodwill", "Goodwill payment", [25_00, 50_00, 100_00, 500_00], 75_00),
        new("refund", "Refund", [50_00, 100_00, 250_00, 1_000_00]),
        new("payment-arrangement", "Payment arrangement", [500_00, 1_500_00, 5_000_00, 20_000_00]),
        new("write-off", "Write-off", [5_00, 20_00, 100_00, 500_00]),
    ];

    public static readonly IReadOnlyList<Freely> Others =
    [
        new("late-return", "Late return of a crew", Role.SeniorAgent),
        new("proof-exception", "Exception on proof", Role.SeniorAgent),
        new("recovery-hold", "Hold on recovery", Role.SeniorAgent),
        new("emergency-visit", "Emergency visit", Role.Agent),
        new("priority-delivery", "Priority delivery of water", Role.Agent),
        new("account-lock", "Lock on an account", Role.Agent),
    ];

    /// <summary>Two who have proved themselves, and one who is being brought on.</summary>
    public static readonly IReadOnlyList<Own> Persons =
    [
        new("refund", "Isla Robertson", 75_00),
        new("goodwill", "Bronwen Maddox", 75_00),
        new("refund", "Patrick Devlin", 20_00),
    ];

    public static IReadOnlyList<DecisionKind> Kinds { get; } =
    [
        .. Amounts.Select(money => new DecisionKind(money.Code, money.Name, Money: true)),
        .. Others.Select(freely => new DecisionKind(freely.Code, freely.Name, Money: false)),
    ];
}
