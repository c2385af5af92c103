using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>What the one at the desk may do where the walk stands. Nothing beyond their authority is ever among it; what is beyond is offered as a
/// referral.</summary>
public sealed record Offer(Node Node)
{
    /// <summary>The step may be done as it stands; where an amount is decided, up to <see cref="UpToPence"/>.</summary>
    public bool CanDo { get; init; }
    /// <summary>The step needs leave, which doing it asks for.</summary>
    public bool CanAsk { get; init; }
    /// <summary>The most that may be decided here without asking; null where nothing binds or nothing is decided.</summary>
    public long? UpToPence { get; init; }
    /// <summary>What has been given already of the limit that bounds it; null where nothing has.</summary>
    public GivenAlready? Used { get; init; }
    public Judgement? Judgement { get; init; }
    public Approval? Approval { get; init; }
    /// <summary>What was refused here last, where nothing has been approved.</summary>
    public Denial? Denial { get; init; }
    public IReadOnlyList<Answer> Answers { get; init; } = [];
    /// <summary>The answer given here before, on an earlier pass.</summary>
    public string? AnsweredBefore { get; init; }
    public bool CanSkip { get; init; }
    public bool SkipNeedsReason { get; init; }
    public bool CanGoBack { get; init; }
    public bool CanFinish { get; init; }
    /// <summary>The role it must go to because the node is above the one who looks; null where it is not.</summary>
    public Role? Needs { get; init; }
    public Role ReferTo { get; init; }
    /// <summary>Facts of this step that are known already: nobody is asked twice.</summary>
    public IReadOnlyList<Noted> Known { get; init; } = [];

    public static Offer Of(Chart chart, Walk walk, Standing standing, DateTimeOffset at)
    {
        var node = chart.Find(walk.At)
            ?? throw new InvalidOperationException($"The walk {walk.Id} stands at {walk.At}, which its version does not have.");
        var inHand = WalkState.Of(CompiledChart.Of(chart), walk);
        var needs = Lane.Beyond(node, standing.Decider.Role);
        var offer = new Offer(node)
        {
            Needs = needs,
            CanGoBack = walk.Trail.Count > 0,
            ReferTo = Referring.Default(node, (node as Step)?.Referral, standing.Decider.Role),
        };
        if (walk.End is not null)
            return offer with { CanGoBack = false };
        return node switch
        {
            Step step => OfStep(offer, inHand, step, standing, at),
            Decision decision when needs is null => offer with { Answers = decision.Answers, AnsweredBefore = Before(walk, decision) },
            Ending => offer with { CanFinish = true },
            _ => offer,
        };
    }

    private static Offer OfStep(Offer offer, WalkState walk, Step step, Standing standing, DateTimeOffset at)
    {
        var known = step.Fields.Select(field => walk.Known(field.Name)).OfType<Noted>().ToArray();
        if (offer.Needs is not null)
            return offer with { Known = known };
        var refused = walk.Refused;
        offer = offer with
        {
            Known = known,
            CanSkip = refused || step.Strictness != Strictness.Strict,
            SkipNeedsReason = !refused && step.Strictness == Strictness.Advised,
        };
        return step.Authority is { } demand ? Bounded(offer, walk, demand, standing, at) : offer with { CanDo = true };
    }

    private static Offer Bounded(Offer offer, WalkState walk, AuthorityDemand demand, Standing standing, DateTimeOffset at)
    {
        var kind = standing.Kind(demand.DecisionKind);
        var asked = Deciding.AskedAt(walk, kind.Code, kind.Money ? 0 : null);
        var judgement = standing.Matrix.Judge(kind, asked, standing.Decider, standing.Given, at);
        var approval = Deciding.GreatestApproval(walk, kind.Code, at);
        var amount = kind.Money && demand.AmountField is not null;
        var may = amount || judgement.Allowed || approval is not null;
        return offer with
        {
            Judgement = judgement,
            Approval = approval,
            Denial = approval is null ? walk.DenialOf(kind.Code, long.MaxValue) : null,
            UpToPence = amount ? UpTo(standing.Matrix.Headroom(kind, asked, standing.Decider, standing.Given, at), approval) : null,
            Used = amount ? standing.Matrix.Used(kind, asked, standing.Decider, standing.Given, at) : null,
            CanDo = may,
            CanAsk = !may,
        };
    }

    private static long? UpTo(long? headroom, Approval? approval) =>
        headroom is { } room && approval is not null ? Math.Max(room, approval.Pence ?? 0) : headroom;

    private static string? Before(Walk walk, Decision decision) =>
        walk.Answered.GetValueOrDefault(decision.Key);
}
