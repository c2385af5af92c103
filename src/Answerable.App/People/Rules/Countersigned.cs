using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>An act that some may not do alone: who asks for it and who says yes are two persons, and both are on record.</summary>
internal interface ICountersigned
{
    Type Act { get; }

    /// <summary>As the journal calls it, for good.</summary>
    string What { get; }

    Task<Countersigned.Matter> MatterAsync(AnswerableDb db, IAct act, DateTimeOffset now, CancellationToken stop);

    /// <summary>Whether there is still anything to do: what has come about otherwise waits for nobody.</summary>
    Task<bool> StandsAsync(AnswerableDb db, IAct act, DateTimeOffset now, CancellationToken stop);

    Task<Outcome<Done>> DoAsync(IAct act, ActContext context, CancellationToken stop);

    IAct Read(string body);
}

internal static class Countersigned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>What an act refuses with that whoever does it may not do alone.</summary>
    public static readonly Refusal Needed = new("countersignature.needed", "You may not do this alone: a second person has to say yes to it.");

    /// <param name="Subject">What the journal tells it of; nothing where there is none yet.</param>
    /// <param name="Concerns">Whom it is done to: they do not say yes to it either.</param>
    public sealed record Matter(Guid? Subject, string Words, PersonId? Concerns = null);

    /// <summary>Whether whoever asked works here still and may do what they asked for.</summary>
    public static async Task<bool> MayAskAsync(AnswerableDb db, PersonId asker, ICountersigned kind, CancellationToken stop) =>
        Acts.Needed.Of(kind.Act) is { } permission && await Session.MayOpenAsync(db, asker, stop)
        && Access.Allows(await HeldRoles.OfAsync(db, asker, stop), permission);

    /// <summary>Whether anybody else who works here holds the permission.</summary>
    public static Task<bool> OthersAsync(AnswerableDb db, Permission permission, PersonId but, PersonId? nor, CancellationToken stop)
    {
        var roles = Access.Holding(permission).ToArray();
        return db.Set<HeldRoleRow>().Where(held => roles.Contains(held.Role) && held.Person != but && held.Person != nor)
            .AnyAsync(held => db.Set<PersonRow>().Any(person => person.Id == held.Person && person.DeactivatedAt == null), stop);
    }
}

internal abstract class Countersigned<TAct, TResult>(string what, IHandle<TAct, TResult> handler) : ICountersigned where TAct : IAct<TResult>
{
    public Type Act => typeof(TAct);
    public string What => what;

    public Task<Countersigned.Matter> MatterAsync(AnswerableDb db, IAct act, DateTimeOffset now, CancellationToken stop) =>
        MatterAsync(db, (TAct)act, now, stop);

    public Task<bool> StandsAsync(AnswerableDb db, IAct act, DateTimeOffset now, CancellationToken stop) =>
        StandsAsync(db, (TAct)act, now, stop);

    public async Task<Outcome<Done>> DoAsync(IAct act, ActContext context, CancellationToken stop) =>
        (await handler.Handle((TAct)act, context, stop)).Then<Done>(_ => Done.It);

    public IAct Read(string body) => WorkJson.Read<TAct>(body);

    protected abstract Task<Countersigned.Matter> MatterAsync(AnswerableDb db, TAct act, DateTimeOffset now, CancellationToken stop);

    protected virtual Task<bool> StandsAsync(AnswerableDb db, TAct act, DateTimeOffset now, CancellationToken stop) => Task.FromResult(true);
}
