using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Says how long a session goes on untouched, and of which roles a second factor is demanded. Whoever holds one without is led to set it up
/// when they next sign in, and can do nothing else before.</summary>
/// <param name="Revision">Of the rules as they were looked at; null changes them whatever they are.</param>
[Needs(Permission.AdministerPeople)]
public sealed record ChangeSignInRules(int? IdleMinutes, IReadOnlyList<Role> SecondFactor, long? Revision = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChangeSignInRules, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeSignInRules act, ActContext context, CancellationToken stop)
        {
            var row = await SignInRulesRow.OfAsync(context.Db, stop);
            if (ChangedMeanwhile.Of(act.Revision, row.Revision) is { } overtaken)
                return overtaken;
            var refusals = new List<Refusal>();
            if (act.IdleMinutes is not { } minutes || minutes < IdleLimit.ShortestMinutes || minutes > IdleLimit.LongestMinutes)
                refusals.Add(new Refusal("sign-in-rules.idle",
                    $"Say how many minutes, from {IdleLimit.ShortestMinutes} to {IdleLimit.LongestMinutes:N0}.", nameof(IdleMinutes)));
            if (!act.SecondFactor.All(Enum.IsDefined))
                refusals.Add(new Refusal("person.no-such-role", "Choose among the roles there are.", nameof(SecondFactor)));
            if (refusals.Count > 0)
                return refusals;
            Role[] roles = [.. act.SecondFactor.Distinct().Order()];
            (row.IdleMinutes, row.SecondFactorOf, row.Revision) = (act.IdleMinutes!.Value, roles, row.Revision + 1);
            context.Happened(new SignInRulesChanged(row.IdleMinutes, roles), CentreId.TheOne);
            return Done.It;
        }
    }
}
