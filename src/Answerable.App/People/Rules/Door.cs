using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>
/// What every showing of credentials goes through, inside the writer: as the person stands now, not as they stood when the
/// form was sent. Whoever was deactivated, placed anew or given a new password meanwhile is met as such.
/// </summary>
internal static class Door
{
    public static readonly Refusal Wrong = new("sign-in.wrong", "The address or the password is wrong.");
    public static readonly Refusal Locked =
        new("sign-in.locked", "Too many wrong tries. Wait a few minutes, or ask your administrator for a new one-time link.");
    public static readonly Refusal Deactivated = new("sign-in.deactivated", "This account is deactivated. Ask your administrator.");
    public static readonly Refusal Changed = new("sign-in.changed", "Your account was changed a moment ago. Sign in again.");

    /// <summary>Why a password does not open; null where it does. Whether there is such an account is said to nobody who does not know its
    /// password: one who has to wait is told so alike for one there is and one there is not, and nothing is written of it.</summary>
    public static async Task<Refusal?> JudgeAsync(ActContext context, Credentials? credentials, JudgedPassword password, WrongTries tries,
        CancellationToken stop)
    {
        if (tries.WaitsAt(context.Now))
            return Locked;
        if (credentials is not null && credentials.PasswordHash != password.Against)
            return Wrong;
        if (password.Right && credentials is not null)
            return null;
        await tries.CountAsync(context.Now, stop);
        return Wrong;
    }

    /// <summary>Lets one in: what they tried in vain is forgotten.</summary>
    public static async Task<Entrance> LetInAsync(ActContext context, Credentials credentials, bool secondFactor, WrongTries tries, Caller from,
        CancellationToken stop)
    {
        if (await Session.OpenAsync(context, credentials.Id, secondFactor, from.Browser, stop) is not { } session)
            return TurnAway(context, credentials, Deactivated);
        tries.Forgive();
        context.Happened(new PersonSignedIn(credentials.Id, secondFactor), credentials.Id);
        return new Entrance.Open(session);
    }

    public static Entrance TurnAway(ActContext context, Credentials credentials, Refusal why)
    {
        // However often it is tried meanwhile, that one has to wait is on record by what led to it.
        if (why != Locked)
            context.Happened(new SignInRefused(credentials.Id, why.Code), credentials.Id);
        return new Entrance.TurnedAway(why);
    }
}
