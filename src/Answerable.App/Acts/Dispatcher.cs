using System.Collections.Concurrent;
using System.Reflection;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Acts;

/// <summary>The only way into the App: who, may they, transaction, append, commit, publish.</summary>
public sealed class Dispatcher
{
    private static readonly ConcurrentDictionary<Type, Permission?> Needed = new();
    private static readonly ConcurrentDictionary<Type, object> Runners = new();

    private readonly IServiceProvider _services;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Writer _writer;
    private readonly TimeProvider _time;

    internal Dispatcher(IServiceProvider services, IDbContextFactory<AnswerableDb> databases, Writer writer, TimeProvider time)
    {
        _services = services;
        _databases = databases;
        _writer = writer;
        _time = time;
    }

    public async Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, Actor who, CancellationToken stop = default)
    {
        if (Denied(act.GetType(), who) is { } denied)
            return denied;
        var runner = (Runner<TResult>)Runners.GetOrAdd(act.GetType(), type =>
            Activator.CreateInstance(typeof(ActRunner<,>).MakeGenericType(type, typeof(TResult)))!);
        return await _writer.RunAsync(act.GetType().Name, LaneOf(act.GetType()), db =>
        {
            var context = new ActContext(db, who, _time.GetUtcNow());
            return (context, runner.Run(_services, act, context, stop));
        }, stop);
    }

    public async Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, Actor who, CancellationToken stop = default)
    {
        if (Denied(reading.GetType(), who) is { } denied)
            return denied;
        var runner = (Asker<TResult>)Runners.GetOrAdd(reading.GetType(), type =>
            Activator.CreateInstance(typeof(ReadingRunner<,>).MakeGenericType(type, typeof(TResult)))!);
        await using var db = await _databases.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await runner.Ask(_services, reading, new ReadingContext(db, who, _time.GetUtcNow()), stop);
    }

    private static Lane LaneOf(Type act) => act.IsDefined(typeof(InBulkAttribute), inherit: false) ? Lane.Bulk : Lane.Desk;

    private static Refusal? Denied(Type type, Actor who)
    {
        var needed = Needed.GetOrAdd(type, static asked => asked.GetCustomAttribute<NeedsAttribute>()?.Permission);
        return needed is { } permission && who.May(permission)
            ? null
            : new Refusal("access.denied", $"{who.Name} may not do this. {HoldersOf(needed)}");
    }

    private static string HoldersOf(Permission? permission) => permission is { } known
        ? $"It is open to: {string.Join(", ", Access.Holding(known).Select(role => role.Words()))}."
        : "It is open to nobody.";

    private abstract class Runner<TResult>
    {
        public abstract Task<Outcome<TResult>> Run(IServiceProvider services, IAct<TResult> act, ActContext context, CancellationToken stop);
    }

    private sealed class ActRunner<TAct, TResult> : Runner<TResult> where TAct : IAct<TResult>
    {
        public override Task<Outcome<TResult>> Run(IServiceProvider services, IAct<TResult> act, ActContext context, CancellationToken stop) =>
            services.GetRequiredService<IHandle<TAct, TResult>>().Handle((TAct)act, context, stop);
    }

    private abstract class Asker<TResult>
    {
        public abstract Task<Outcome<TResult>> Ask(IServiceProvider services, IReading<TResult> reading, ReadingContext context, CancellationToken stop);
    }

    private sealed class ReadingRunner<TReading, TResult> : Asker<TResult> where TReading : IReading<TResult>
    {
        public override Task<Outcome<TResult>> Ask(IServiceProvider services, IReading<TResult> reading, ReadingContext context, CancellationToken stop) =>
            services.GetRequiredService<IAnswer<TReading, TResult>>().Answer((TReading)reading, context, stop);
    }
}
