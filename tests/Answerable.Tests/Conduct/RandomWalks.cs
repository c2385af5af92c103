using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Tests.Procedures;
using FsCheck;
using FsCheck.Fluent;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>Charts of any shape with steps that demand authority, and moves of any kind, fitting or not.</summary>
internal static class RandomWalks
{
    public static readonly IReadOnlyList<DecisionKind> Kinds = [Goodwill, new("exception", "Exception", Money: false)];

    public static readonly Matrix Matrix = new(
    [
        .. Authority.Limits.Usual.Limits,
        new Limit(Guid.Empty, "exception", Role.TeamLeader, null, Day.AddYears(-1), null),
        new Limit(Guid.Empty, "goodwill", null, Person(2), Day.AddYears(-1), null) { PerCasePence = 1000 },
    ]);

    public sealed record Script(Chart Chart, Role Role, IReadOnlyList<Played> Moves);

    /// <param name="Choice">Which kind of move; <paramref name="Detail"/> which of its ways.</param>
    public sealed record Played(int Choice, int Detail, int Pence, int Seconds);

    public static readonly Arbitrary<Script> Any = (
        from chart in Gen.OneOf(RandomCharts.Any.Generator, Rounds())
        from dressing in Gen.Choose(0, 999).ArrayOf(40)
        from role in Gen.Elements<Role>(Roles.Line)
        from moves in One().ArrayOf().Resize(40)
        select new Script(Dress(chart, dressing), role, moves)).ToArbitrary();

    public static Move Of(Played played, WalkThrough walk) => played.Choice switch
    {
        < 5 => Do(played, walk),
        < 8 => new Move.Choose(walk.Walk.At, $"a{1 + played.Detail % 4}"),
        8 => new Move.GoBack(walk.Walk.At),
        9 => new Move.Skip(walk.Walk.At, (SkipReason)(played.Detail % 7), played.Detail % 2 == 0 ? Guid.Empty : null),
        10 => new Move.MakeNote(Guid.Empty),
        11 => new Move.Refer(null, Roles.Line[played.Detail % 4], played.Detail % 5 == 0),
        12 => walk.Walk.Held ? new Move.Retrieve() : new Move.Hold(),
        13 => walk.Walk.Left ? new Move.Resume()
            : played.Detail % 2 == 0 ? new Move.PutDown() : new Move.LeaveIt(),
        14 => new Move.HearApproval(walk.Walk.Waiting?.Referral
            ?? default, played.Detail % 2 == 0 ? walk.Walk.Waiting?.Pence : played.Pence, Person(9)),
        15 => new Move.HearRefusal(walk.Walk.Waiting?.Referral ?? default, Person(9)),
        16 => new Move.DropReferral(),
        _ => played.Detail % 3 == 0 ? new Move.Finish() : new Move.KnowCustomer(Customer(2)),
    };

    private static Move.Do Do(Played played, WalkThrough walk)
    {
        var fields = (walk.Offer.Node as Step)?.Fields ?? [];
        var pence = walk.Walk.Approvals is [.., { Pence: { } approved }] && played.Detail % 3 == 0 ? approved : played.Pence;
        return new Move.Do(walk.Walk.At, [.. fields.Select(field => new Noted(field.Name, $"{pence}"))], Said: played.Detail % 4 > 0);
    }

    /// <summary>Steps one below the other that begin again at the end, so that a walk meets each of them many times.</summary>
    private static Gen<Chart> Rounds() =>
        from count in Gen.Choose(1, 4)
        select new Chart([.. Enumerable.Range(1, count).Select(number =>
            new Step($"n{number}", $"Step {number}", Next: number == count ? "n1" : null))])
        { KeysGiven = count };

    private static Gen<Played> One() =>
        from choice in Gen.Choose(0, 17)
        from detail in Gen.Choose(0, 100)
        from pence in Gen.Choose(0, 12_000)
        from seconds in Gen.Choose(0, 300)
        select new Played(choice, detail, pence, seconds);

    private static Chart Dress(Chart chart, int[] dressing) => chart with
    {
        Nodes = [.. chart.Nodes.Select((node, place) => node is Step step ? Dress(step, dressing[place]) : node)],
    };

    private static Step Dress(Step step, int dress) => step with
    {
        Strictness = (Strictness)(dress % 3),
        Guideline = new Guideline { MustSay = dress % 7 == 0 ? "As it stands." : "" },
        Fields = dress % 2 == 0 ? [new Field("amount", "Amount", FieldType.Money)] : [],
        Authority = (dress % 6) switch { 0 or 2 => new AuthorityDemand("goodwill", "amount"), 3 => new AuthorityDemand("exception"), _ => null },
        Referral = dress % 4 == 0 ? new ReferralPoint(Roles.Line[1 + dress % 3]) : null,
    };
}
