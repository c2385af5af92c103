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
        new("sign-in.locked", "Too many wrong tries. Wait ten minutes, or ask your administrator for a new one-time link.");
    public static readonly Refusal Deactivated = new("sign-in.deactivated", "This account is deactivated. Ask your administrator.");
    public static readonly Refusal Changed = new("sign-in.changed", "Your account was changed a moment ago. Sign in again.");

    /// <summary>Why a password does not open; null where it does. Whether there is such an account is said to nobody who does not know its
    /// password.</summary>
    public static Refusal? Judge(ActContext context, Credentials credentials, JudgedPassword password)
    {
        if (credentials.LockedAt(context.Now))
            return Locked;
        if (credentials.PasswordHash != password.Against)
            return Wrong;
        if (password.Right)
            return null;
        credentials.TriedInVain(context.Now);
        return Wrong;
    }

    /// <summary>Lets one in: what they tried in vain is forgotten.</summary>
    public static async Task<Entrance> LetInAsync(ActContext context, Credentials credentials, bool secondFactor, CancellationToken stop)
    {
        if (await Session.OfAsync(context.Db, credentials.Id, stop) is not { } session)
            return TurnAway(context, credentials, Deactivated);
        credentials.Unlock();
        context.Happened(new PersonSignedIn(credentials.Id, secondFactor), credentials.Id);
        return new Entrance.Open(session);
    }

    public static Entrance TurnAway(ActContext context, Credentials credentials, Refusal why)
    {
        context.Happened(new SignInRefused(credentials.Id, why.Code), credentials.Id);
        return new Entrance.TurnedAway(why);
    }
}
