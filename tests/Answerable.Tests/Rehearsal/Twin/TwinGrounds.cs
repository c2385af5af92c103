using Answerable.Analysis.Rehearsal.Twin;
using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Rehearsal.Twin;

/// <summary>A small centre to rehearse in: agents who may give £50, senior agents £75, team leaders £250.</summary>
internal static class TwinGrounds
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly double[] Hours = [.. Enumerable.Range(0, 24).Select(hour => hour is >= 9 and < 17 ? 8.0 : 0)];

    /// <summary>Goodwill over the limit is referred; what a team leader must see is taken over by one.</summary>
    public static readonly Chart Goodwill = new(
    [
        new Step("n1", "Take the account") { Fields = [new Field("account", "Account", FieldType.Text, Required: true)],
            Strictness = Strictness.Strict },
        new Decision("n2", "What is it about") { Answers = [new Answer("a1", "Money", "n3"), new Answer("a2", "A threat", "n4"),
            new Answer("a3", "Nothing of ours", "n7")] },
        new Step("n3", "Give goodwill", Next: "n5")
        {
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
            Referral = new ReferralPoint(Role.SeniorAgent, 10),
            Strictness = Strictness.Strict,
        },
        new Step("n4", "Decide what to do", Role.TeamLeader),
        new Decision("n5", "Content") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n7")] },
        new Ending("n6", "Settled", Resolved: true),
        new Ending("n7", "Not settled", Resolved: false),
    ])
    { KeysGiven = 7 };

    public static readonly Chart Short = new([new Step("n1", "Explain"), new Ending("n6", "Settled", Resolved: true)]) { KeysGiven = 6 };

    public static TwinGround Ground(int agents = 6, int seniors = 2, int leaders = 1) =>
        new("complaint", ProcedureId.From(new Guid(1, 0, 0, new byte[8])), Monday)
        {
            Arrivals = Hours,
            OtherArrivals = Hours,
            Amounts = new Dictionary<string, IReadOnlyList<long>> { ["goodwill"] = [1_000, 4_000, 6_000, 20_000, 40_000] },
            Matrix = Authority.Limits.Usual,
            Kinds = [Authority.Limits.Goodwill],
            Levels =
            [
                new TwinLevel(Role.Agent, agents, true, default, 0.8),
                new TwinLevel(Role.SeniorAgent, seniors, false, new Spell(60, 0.5), 0.8),
                new TwinLevel(Role.TeamLeader, leaders, false, new Spell(60, 0.5), 0.8),
                new TwinLevel(Role.Manager, 1, false, new Spell(60, 0.5), 0.8),
            ],
            Channels = [(Channel.Phone, 3), (Channel.Chat, 1)],
            Nodes = new Dictionary<string, NodeHabit> { ["n4"] = new(new Spell(40, 0.5), new Dictionary<string, double>(), 0.3, 0.1) },
        };

    public static TwinVersion Version(Chart? chart = null, int number = 1) => new(number, chart ?? Goodwill);
}
