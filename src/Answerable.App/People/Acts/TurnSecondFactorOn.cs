using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.People;

/// <summary>Sets one's own second factor: the key was shown on the page, and a code of it proves that the app has it.</summary>
[Needs(Permission.SignedIn)]
public sealed record TurnSecondFactorOn([ToTheLetter] string Key, string Code) : IAct<TurnSecondFactorOn.Recovery>
{
    // The key stands in no log.
    public override string ToString() => nameof(TurnSecondFactorOn);

    /// <param name="Codes">Shown once.</param>
    /// <param name="Session">One's own goes on; every other ends.</param>
    public sealed record Recovery(IReadOnlyList<string> Codes, Session Session);

    internal sealed class Handler : IHandle<TurnSecondFactorOn, Recovery>
    {
        public async Task<Outcome<Recovery>> Handle(TurnSecondFactorOn act, ActContext context, CancellationToken stop)
        {
            var (db, me) = (context.Db, context.Who.Id);
            if (!await Session.MayOpenAsync(db, me, stop) || await db.Set<Credentials>().FindAsync([me], stop) is not { } credentials)
                return PeopleRefusals.NotFound;
            if (credentials.TwoFactorEnabled)
                return new Refusal("second-factor.on", "Your second factor is on already. Turn it off first to set another.");
            var code = act.Code.Replace(" ", "", StringComparison.Ordinal);
            if (!OneTimeCode.IsKey(act.Key) || OneTimeCode.StepOf(act.Key, code, context.Now, null) is not { } step)
                return new Refusal("second-factor.code", "That code is not right. Wait for the next one and type it at once.", nameof(Code));
            var codes = await SecondFactorRows.SetAsync(db, me, act.Key.Replace(" ", "", StringComparison.Ordinal), stop);
            (credentials.TwoFactorEnabled, credentials.LastCodeStep) = (true, step);
            credentials.EndSessions(context);
            context.Happened(new SecondFactorSet(me, On: true), me);
            return new Recovery(codes, await Session.GoOnAsync(context, stop));
        }
    }
}
