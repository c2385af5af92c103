using Answerable.Model.People;


namespace Answerable.Model.Authority;

/// <summary>An approval needs a second pair of eyes whose own limit covers all that has been given, this amount included.</summary>
public static class FourEyes
{
    /// <param name="others">Who else could be asked; none where only the line is known.</param>
    public static Outcome<Judgement> Approve(
        PersonId requester, Decider approver, Matrix matrix, DecisionKind kind, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at,
        IReadOnlyList<Decider>? others = null)
    {
        if (approver.Person == requester)
            return new Refusal("authority.own-request", "Whoever asks may not approve: somebody else decides this.", Rule: "four-eyes");
        var judgement = matrix.Judge(kind, asked, approver, given, at);
        if (judgement.Allowed)
            return judgement;
        var reach = Reach.Of(matrix, kind, asked, [approver, .. others ?? []], given, at);
        var own = matrix.Headroom(kind, asked, approver, given, at);
        return new Refusal("authority.over-limit", $"{judgement.Sentence} {WhoCan(judgement, reach, asked, own)}",
            Rule: judgement.LimitId?.ToString());
    }

    private static string WhoCan(Judgement judgement, Reach reach, Asked asked, long? own) =>
        judgement.ReferTo is { } role ? $"The {role.Words().ToLowerInvariant()} may decide it: pass it on."
        : reach.Covers(asked.Pence) ? "Somebody with a limit of their own may decide it: pass it on."
        : reach.ToDecider(asked.Pence, own);
}
