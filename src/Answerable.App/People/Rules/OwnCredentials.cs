using Answerable.App.Acts;
using Answerable.Model;

namespace Answerable.App.People;

/// <summary>Changing one's own credentials, which asks for the password again: a screen left open must not be enough.</summary>
internal static class OwnCredentials
{
    private static readonly Refusal Wrong = new("password.current", "That is not your password now.", "Current");
    private static readonly Refusal Locked = new("password.locked", "Too many wrong tries. Wait a few minutes.", "Current");

    /// <param name="amiss">What else stands in the way; said only to one whose password was right.</param>
    public static async Task<Outcome<Entrance>> ChangeAsync(ActContext context, JudgedPassword password, Func<Credentials, Task> change,
        CancellationToken stop, Refusal? amiss = null)
    {
        var me = context.Who.Id;
        if (!await Session.MayOpenAsync(context.Db, me, stop) || await context.Db.Set<Credentials>().FindAsync([me], stop) is not { } credentials)
            return PeopleRefusals.NotFound;
        var tries = await WrongTries.OwnAsync(context.Db, me, stop);
        if (await Door.JudgeAsync(context, credentials, password, tries, stop) is { } why)
            return new Entrance.TurnedAway(why == Door.Locked ? Locked : Wrong);
        tries.Forgive();
        if (amiss is not null)
            return new Entrance.TurnedAway(amiss);
        await change(credentials);
        credentials.EndSessions(context);
        return new Entrance.Open(await Session.GoOnAsync(context, stop));
    }
}
