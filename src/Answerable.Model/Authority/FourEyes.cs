using Answerable.Model.People;


namespace Answerable.Model.Authority;

/// <summary>An approval needs a second pair of eyes whose own limit covers all that has been given, this amount included.</summary>
public static class FourEyes
{
    public static Outcome<Judgement> Approve(
        PersonId requester, Decider approver, Matrix matrix, DecisionKind kind, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        if (approver.Person == requester)
            return new Refusal("authority.own-request", "Whoever asks may not approve: somebody else decides this.", Rule: "four-eyes");
        var judgement = matrix.Judge(kind, asked, approver, given, at);
        return judgement.Allowed ? judgement : new Refusal("authority.over-limit", WhoCan(judgement), Rule: judgement.LimitId?.ToString());
    }

    private static string WhoCan(Judgement judgement) => judgement.ReferTo is { } role
        ? $"{judgement.Sentence} The {role.Words().ToLowerInvariant()} may decide it: pass it on."
        : $"{judgement.Sentence} No role's limit covers it: refuse it, or ask for the limit to be set.";
}
