using System.Collections.Concurrent;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Acts;

/// <summary>The only way into the App: who, may they, transaction, append, commit, publish. What an act prepares, it prepares before it waits for the
/// writer.</summary>
public sealed class Dispatcher
{
    private const int MostTries = 5;
    private static readonly ConcurrentDictionary<Type, object> Runners = new();

    private readonly IServiceProvider _services;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Writer _writer;
    private readonly IOrigins _origins;
    private readonly ISessions _sessions;
    private readonly IWitness _witness;
    private readonly TimeProvider _time;
    private readonly Instruments _instruments;

    internal Dispatcher(IServiceProvider services, IDbContextFactory<AnswerableDb> databases, Writer writer, IOrigins origins,
        ISessions sessions, IWitness witness, TimeProvider time, Instruments instruments)
    {
        _services = services;
        _databases = databases;
        _writer = writer;
        _origins = origins;
        _sessions = sessions;
        _witness = witness;
        _time = time;
        _instruments = instruments;
    }

    public async Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, Actor who, CancellationToken stop = default)
    {
        var name = act.GetType().Name;
        using var followed = Instruments.Follow(name);
        var came = "failed";
        try
        {
            var outcome = await DecidedAsync(act, who, stop);
            came = outcome.Allowed ? "allowed" : "refused";
            return outcome;
        }
        finally
        {
            _instruments.Did(name, came);
            followed?.SetTag("outcome", came);
        }
    }

    private async Task<Outcome<TResult>> DecidedAsync<TResult>(IAct<TResult> act, Actor who, CancellationToken stop)
    {
        if (Denied(act.GetType(), who) is { } denied)
            return denied;
        if (act.GetType().IsPublic && TypedText.TooLong(act) is { } tooLong)
            return tooLong;
        act = act.GetType().IsPublic ? TypedText.Of(act) : act;
        var runner = (Runner<TResult>)Runners.GetOrAdd(act.GetType(), type =>
            Activator.CreateInstance(typeof(ActRunner<,>).MakeGenericType(type, typeof(TResult)))!);
        for (var tries = 1; ; tries++)
        {
            var outcome = await DoOnceAsync(runner, act, who, stop);
            if (tries == MostTries || outcome.Allowed || outcome.Refusals[0] != Overtaken.Refusal)
                return Seen(act, who, outcome);
        }
    }

    private async Task<Outcome<TResult>> DoOnceAsync<TResult>(Runner<TResult> runner, IAct<TResult> act, Actor who, CancellationToken stop)
    {
        var origins = await _origins.AnyInventedAsync() ? _origins : null;
        var ready = await runner.ReadyAsync(act, this, who, stop);
        return ready.Allowed
            ? await _writer.RunAsync(act.GetType().Name, LaneOf(act.GetType()), db =>
            {
                var context = new ActContext(db, who, _time.GetUtcNow(), origins);
                return (context, DecideAsync(ready.Value, context, stop));
            }, stop)
            : ready.Refusals.ToList();
    }

    private async Task<Outcome<TResult>> DecideAsync<TResult>(Decision<TResult> decide, ActContext context, CancellationToken stop)
    {
        if (context.Who.Stamp is null)
            return await decide(context, stop);
        if (await _sessions.ActorNowAsync(context.Db, context.Who, stop) is not { } who)
            return ISessions.Ended;
        context.Who = who;
        return await decide(context, stop);
    }

    public async Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, Actor who, CancellationToken stop = default)
    {
        if (Denied(reading.GetType(), who) is { } denied)
            return denied;
        var runner = (Asker<TResult>)Runners.GetOrAdd(reading.GetType(), type =>
            Activator.CreateInstance(typeof(ReadingRunner<,>).MakeGenericType(type, typeof(TResult)))!);
        await using var db = await ReadableAsync(stop);
        return Seen(reading, who, await runner.Ask(_services, reading, new ReadingContext(db, who, _time.GetUtcNow()), stop));
    }

    private Outcome<TResult> Seen<TResult>(object asked, Actor who, Outcome<TResult> outcome)
    {
        if (outcome.Allowed && asked is ILook<TResult> looking && looking.Seen(outcome.Value) is { } look)
            _witness.Saw(who, look);
        return outcome;
    }

    private async Task<AnswerableDb> ReadableAsync(CancellationToken stop)
    {
        var db = await _databases.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    private static Lane LaneOf(Type act) => act.IsDefined(typeof(InBulkAttribute), inherit: false) ? Lane.Bulk : Lane.Desk;

    private static Refusal? Denied(Type type, Actor who)
    {
        var needed = Needed.Of(type);
        return needed is { } permission && who.May(permission)
            ? null
            : new Refusal("access.denied", $"{who.Name} may not do this. {HoldersOf(needed)}");
    }

    private static string HoldersOf(Permission? permission) => permission is { } known
        ? $"It is open to: {string.Join(", ", Access.Holding(known).Select(role => role.Words()))}."
        : "It is open to nobody.";

    private abstract class Runner<TResult>
    {
        public abstract Task<Outcome<Decision<TResult>>> ReadyAsync(IAct<TResult> act, Dispatcher dispatcher, Actor who, CancellationToken stop);
    }

    private sealed class ActRunner<TAct, TResult> : Runner<TResult> where TAct : IAct<TResult>
    {
        public override async Task<Outcome<Decision<TResult>>> ReadyAsync(IAct<TResult> act, Dispatcher dispatcher, Actor who, CancellationToken stop)
        {
            var doing = dispatcher._services.GetRequiredService<IDo<TAct, TResult>>();
            if (!doing.Prepares)
                return await doing.ReadyAsync((TAct)act, null, stop);
            await using var db = await dispatcher.ReadableAsync(stop);
            return await doing.ReadyAsync((TAct)act, new ReadingContext(db, who, dispatcher._time.GetUtcNow()), stop);
        }
    }

    private abstract class Asker<TResult>
    {
        public abstract Task<Outcome<TResult>> Ask(IServiceProvider services, IReading<TResult> reading, ReadingContext context,
            CancellationToken stop);
    }

    private sealed class ReadingRunner<TReading, TResult> : Asker<TResult> where TReading : IReading<TResult>
    {
        public override Task<Outcome<TResult>> Ask(IServiceProvider services, IReading<TResult> reading, ReadingContext context,
            CancellationToken stop) =>
            services.GetRequiredService<IAnswer<TReading, TResult>>().Answer((TReading)reading, context, stop);
    }
}
