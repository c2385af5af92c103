using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.People;

/// <summary>Sets one's own second factor, with one's password: whoever finds a screen open must not lock its person out by a telephone of their own.
/// The key was shown on the page, and a code of it proves that the app has it. Every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record TurnSecondFactorOn([ToTheLetter] string Key, string Code, [ToTheLetter] string Current) : IAct<TurnSecondFactorOn.Recovery>
{
    // The key and what was typed stand in no log.
    public override string ToString() => nameof(TurnSecondFactorOn);

    /// <param name="Codes">Shown once; none where one was turned away.</param>
    public sealed record Recovery(IReadOnlyList<string> Codes, Entrance Entrance);

    internal sealed class Handler(PasswordJudge judge) : IHandle<TurnSecondFactorOn, JudgedPassword, Recovery>
    {
        private static readonly Refusal On = new("second-factor.on", "Your second factor is on already. Turn it off first to set another.");
        private static readonly Refusal WrongCode =
            new("second-factor.code", "That code is not right. Wait for the next one and type it at once.", nameof(Code));

        public async Task<Outcome<JudgedPassword>> Prepare(TurnSecondFactorOn act, ReadingContext context, CancellationToken stop) =>
            await judge.OwnAsync(context, act.Current, stop);

        public async Task<Outcome<Recovery>> Decide(TurnSecondFactorOn act, JudgedPassword prepared, ActContext context, CancellationToken stop)
        {
            var (db, me) = (context.Db, context.Who.Id);
            var on = await db.Set<Credentials>().FindAsync([me], stop) is { TwoFactorEnabled: true };
            var code = act.Code.Replace(" ", "", StringComparison.Ordinal);
            var step = OneTimeCode.IsKey(act.Key) ? OneTimeCode.StepOf(act.Key, code, context.Now, null) : null;
            IReadOnlyList<string> codes = [];
            var outcome = await OwnCredentials.ChangeAsync(context, prepared, async credentials =>
            {
                codes = await SecondFactorRows.SetAsync(db, me, act.Key.Replace(" ", "", StringComparison.Ordinal), stop);
                (credentials.TwoFactorEnabled, credentials.LastCodeStep) = (true, step);
                context.Happened(new SecondFactorSet(me, On: true), me);
            }, stop, on ? On : step is null ? WrongCode : null);
            return outcome.Allowed ? new Recovery(codes, outcome.Value) : outcome.As<Recovery>();
        }
    }
}
