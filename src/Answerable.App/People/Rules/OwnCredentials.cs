using Answerable.App.Acts;
using Answerable.Model;

namespace Answerable.App.People;

/// <summary>Changing one's own credentials, which asks for the password again: a screen left open must not be enough.</summary>
internal static class OwnCredentials
{
    private static readonly Refusal Wrong = new("password.current", "That is not your password now.", "Current");
    private static readonly Refusal Locked = new("password.locked", "Too many wrong tries. Wait ten minutes.", "Current");

    /// <param name="amiss">What else stands in the way; said only to one whose password was right.</param>
    public static async Task<Outcome<Entrance>> ChangeAsync(ActContext context, JudgedPassword password, Func<Credentials, Task> change,
        CancellationToken stop, Refusal? amiss = null)
    {
        var me = context.Who.Id;
        if (await Session.OfAsync(context.Db, me, stop) is null || await context.Db.Set<Credentials>().FindAsync([me], stop) is not { } credentials)
            return PeopleRefusals.NotFound;
        if (Door.Judge(context, credentials, password) is { } why)
            return new Entrance.TurnedAway(why == Door.Locked ? Locked : Wrong);
        if (amiss is not null)
            return new Entrance.TurnedAway(amiss);
        await change(credentials);
        credentials.Unlock();
        credentials.EndSessions(context);
        return new Entrance.Open((await Session.OfAsync(context.Db, me, stop))!);
    }
}
