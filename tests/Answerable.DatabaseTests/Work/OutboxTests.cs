using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.DatabaseTests.Operations;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Work;

public sealed class OutboxTests
{
    [Theory, EachDatabase]
    public async Task What_follows_an_act_is_done_after_it_in_the_name_of_who_asked(Database database)
    {
        await using var centre = await OpenAsync(database);
        await AskAsync(centre, new Say("hello"));
        var row = await EndedAsync(centre);
        Assert.Equal((WorkState.Done, 1), (row.State, row.Attempts));
        Assert.Equal(["hello, says Asker"], Heard(centre));
    }

    [Theory, EachDatabase]
    public async Task A_batch_that_cannot_be_committed_leaves_nothing_to_do(Database database)
    {
        await using var centre = await OpenAsync(database);
        await using var db = centre.OpenDb();
        // What refers to nothing is found out at the commit and not before.
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE referring (number bigint REFERENCES journal_entries (number) DEFERRABLE INITIALLY DEFERRED)");
        await Assert.ThrowsAnyAsync<Exception>(() => centre.Writer.RunAsync("ask", Lane.Desk, db =>
        {
            var context = new ActContext(db, Actor.Key("Asker"), centre.Time.GetUtcNow());
            context.Afterwards(new Say("never"));
            return (context, ReferAsync(db));
        }, CancellationToken.None));
        await AskAsync(centre, new Say("then"));
        await EndedAsync(centre);
        Assert.Equal(["then, says Asker"], Heard(centre));

        static async Task<Outcome<Done>> ReferAsync(AnswerableDb db)
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO referring (number) VALUES (-1)");
            return Done.It;
        }
    }

    [Theory, EachDatabase]
    public async Task An_act_that_is_refused_leaves_nothing_to_do(Database database)
    {
        await using var centre = await OpenAsync(database);
        Assert.False((await AskAsync(centre, new Say("never"), refused: true)).Allowed);
        await using var db = centre.OpenDb();
        Assert.Equal(0, await db.Set<OutboxRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task What_a_killed_server_had_not_begun_the_next_one_does(Database database)
    {
        await using var killed = await OpenAsync(database, work: false);
        await AskAsync(killed, new Say("late"));
        await using var next = await killed.BesideAsync(With);
        Assert.Equal(WorkState.Done, (await EndedAsync(next)).State);
        Assert.Equal(["late, says Asker"], Heard(next));
    }

    [Theory, EachDatabase]
    public async Task What_a_killed_server_had_in_hand_another_takes_over_and_the_dead_hand_has_no_say(Database database)
    {
        await using var killed = await OpenAsync(database);
        Mouth(killed).Hold();
        await AskAsync(killed, new Say("again"));
        await UntilAsync(killed, row => row.State == WorkState.Running);
        await using var next = await killed.BesideAsync(With);
        next.Time.Set(killed.Time.GetUtcNow() + TakeWork.Lease + TakeWork.Lease);
        var row = await EndedAsync(next);
        Assert.Equal((WorkState.Done, 2), (row.State, row.Attempts));
        Mouth(killed).Break();
        await killed.DoAsync(new KeepWork("any"));
        Assert.Equal(WorkState.Done, (await EndedAsync(next)).State);
    }

    [Theory, EachDatabase]
    public async Task What_goes_wrong_is_tried_again_later_and_given_up_in_the_end_with_the_reason(Database database)
    {
        await using var centre = await OpenAsync(database);
        Mouth(centre).Break();
        await AskAsync(centre, new Say("oh"));
        for (var attempt = 1; attempt < 3; attempt++)
        {
            var waiting = await UntilAsync(centre, row => row.State == WorkState.Waiting && row.Attempts == attempt);
            Assert.Equal(centre.Time.GetUtcNow() + Performance.Pauses.After(attempt), waiting.DueAt);
            Assert.Contains("broke off", waiting.Reason, StringComparison.Ordinal);
            centre.Time.Set(waiting.DueAt);
        }
        var row = await EndedAsync(centre);
        Assert.Equal((WorkState.Failed, 3), (row.State, row.Attempts));
    }

    [Theory, EachDatabase]
    public async Task A_refusal_is_the_end_of_it_and_its_sentence_is_kept(Database database)
    {
        await using var centre = await OpenAsync(database);
        await AskAsync(centre, new Say(""));
        var row = await EndedAsync(centre);
        Assert.Equal((WorkState.Failed, "Say something."), (row.State, row.Reason));
    }

    [Theory, EachDatabase]
    public async Task Work_with_a_key_is_under_way_once_and_can_be_asked_for_again_when_it_has_ended(Database database)
    {
        await using var centre = await OpenAsync(database);
        Mouth(centre).Hold();
        await AskAsync(centre, new Say("once"), key: "k");
        await AskAsync(centre, new Say("twice"), key: "k");
        Mouth(centre).Go();
        await EndedAsync(centre);
        Assert.Equal(["once, says Asker"], Heard(centre));
        await AskAsync(centre, new Say("anew"), key: "k");
        await UntilAsync(centre, row => row.State == WorkState.Done && row.Body.Contains("anew", StringComparison.Ordinal));
        Assert.Equal(["once, says Asker", "anew, says Asker"], Heard(centre));
    }

    [Theory, EachDatabase]
    public async Task What_a_closing_server_had_in_hand_it_hands_back(Database database)
    {
        await using var centre = await OpenAsync(database, work: false);
        await using (var closing = await centre.BesideAsync(With))
        {
            Mouth(closing).Hold();
            await AskAsync(centre, new Say("handed on"));
            // Nobody tells another server: it looks of its own every other second.
            closing.Time.Pass(TimeSpan.FromSeconds(2));
            await UntilAsync(centre, row => row.State == WorkState.Running);
        }
        var row = await UntilAsync(centre, row => row.State == WorkState.Waiting);
        Assert.Equal((0, null), (row.Attempts, row.Node));
        await using var next = await centre.BesideAsync(With);
        // Its clock is no earlier than that of the one that closed.
        next.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(WorkState.Done, (await EndedAsync(next)).State);
    }

    /// <summary>There is no hand to stop yet, and what rang for it has rung.</summary>
    [Theory, EachDatabase]
    public async Task What_is_asked_to_stop_while_it_is_being_taken_in_hand_is_not_begun(Database database)
    {
        await using var centre = await OpenAsync(database);
        await using (var db = centre.OpenDb())
            foreach (var text in AskedWhileTaken(database))
                await db.Database.ExecuteSqlRawAsync(text);
        await AskAsync(centre, new Say("never"));
        Assert.Equal(WorkState.Stopped, (await EndedAsync(centre)).State);
        Assert.Empty(Heard(centre));
    }

    [Theory, EachDatabase]
    public async Task What_was_asked_to_stop_nobody_takes_up_again(Database database)
    {
        var row = await TakenUpAsync(database, dead => dead.StopAsked = true);
        Assert.Equal((WorkState.Stopped, 1), (row.State, row.Attempts));
    }

    [Theory, EachDatabase]
    public async Task What_each_server_went_down_over_is_given_up_with_the_reason(Database database)
    {
        var row = await TakenUpAsync(database, dead => dead.Attempts = 3);
        Assert.Equal((WorkState.Failed, 3), (row.State, row.Attempts));
        Assert.Contains("each time the server went down", row.Reason, StringComparison.Ordinal);
    }

    /// <summary>What a server had in hand when it died, as it ends with the next; what is due after it is done.</summary>
    private static async Task<OutboxRow> TakenUpAsync(Database database, Action<OutboxRow> left)
    {
        await using var centre = await OpenAsync(database, work: false);
        var now = centre.Time.GetUtcNow();
        var dead = OutboxRow.Of(new Say("never"), null, "", Actor.Key("Asker"), now);
        (dead.State, dead.Node, dead.LeaseUntil, dead.Attempts) = (WorkState.Running, "dead", now - TakeWork.Lease, 1);
        left(dead);
        await using (var db = centre.OpenDb())
        {
            db.AddRange(dead, OutboxRow.Of(new Say("next"), null, "", Actor.Key("Asker"), now));
            await db.SaveChangesAsync();
        }
        await using var next = await centre.BesideAsync(With);
        next.Time.Pass(TakeWork.Lease);
        return await Soon.FoundAsync("both have ended", async () =>
        {
            await using var db = next.OpenDb();
            var rows = await db.Set<OutboxRow>().AsNoTracking().ToListAsync();
            Assert.Equal(2, rows.Count);
            if (rows.Exists(row => row.IsOpen))
                return null;
            Assert.Equal(["next, says Asker"], Heard(next));
            return rows.Single(row => row.Id == dead.Id);
        });
    }

    [Theory, EachDatabase]
    public async Task What_was_asked_to_stop_does_not_wait_to_be_tried_again(Database database)
    {
        await using var centre = await OpenAsync(database);
        Mouth(centre).Hold();
        await AskAsync(centre, new Say("oh"));
        var row = await UntilAsync(centre, row => row.State == WorkState.Running);
        await using (var db = centre.OpenDb())
            await db.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.StopAsked, true));
        Mouth(centre).Break();
        Assert.Equal(WorkState.Stopped, (await EndedAsync(centre)).State);
    }

    [Theory, EachDatabase]
    public async Task What_is_tried_again_was_asked_to_stop_by_nobody(Database database)
    {
        await using var centre = await OpenAsync(database, work: false);
        var row = OutboxRow.Of(new Say("again"), null, "Saying it", Actor.Key("Asker"), centre.Time.GetUtcNow());
        row.StopAsked = true;
        row.End(WorkState.Failed, "It broke off.", centre.Time.GetUtcNow());
        await using (var db = centre.OpenDb())
        {
            db.Add(row);
            await db.SaveChangesAsync();
        }
        Assert.True((await centre.DoAsync(new TryWorkAgain(row.Id))).Allowed);
        Assert.False((await UntilAsync(centre, waiting => waiting.State == WorkState.Waiting)).StopAsked);
    }

    [Theory, EachDatabase]
    public async Task What_is_in_hand_stays_so_however_long_the_count_for_a_watcher_takes(Database database)
    {
        using var gate = new ManualResetEventSlim();
        var counting = false;
        using var commands = CountedCommands.Begin(text =>
        {
            if (!text.Contains("COUNT(*)", StringComparison.OrdinalIgnoreCase) || !text.Contains("work_outbox", StringComparison.Ordinal))
                return;
            counting = true;
            gate.Wait(TimeSpan.FromSeconds(30));
        });
        await using var centre = await OpenAsync(database);
        using var watcher = new Watcher(centre.Services.GetRequiredService<IMeterFactory>());
        try
        {
            Mouth(centre).Hold();
            await AskAsync(centre, new Say("long"));
            await UntilAsync(centre, row => row.State == WorkState.Running);
            await Soon.SoAsync("it is counted", () => Task.FromResult(Pass() && counting));
            var until = (await UntilAsync(centre, _ => true)).LeaseUntil;
            await Soon.SoAsync("it is kept", async () => Pass() && (await UntilAsync(centre, _ => true)).LeaseUntil > until);
        }
        finally
        {
            gate.Set();
            Mouth(centre).Go();
        }

        bool Pass()
        {
            centre.Time.Pass(TimeSpan.FromSeconds(2));
            return true;
        }
    }

    [Fact]
    public void A_pause_doubles_up_to_the_longest()
    {
        var pauses = new BackOff(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2));
        Assert.Equal([5, 10, 20, 40, 80, 120, 120, 120],
            new[] { 1, 2, 3, 4, 5, 6, 60, int.MaxValue }.Select(times => pauses.After(times).TotalMinutes));
        Assert.Equal(TimeSpan.FromMinutes(5), pauses.After(0));
    }

    [Theory, EachDatabase]
    public async Task What_ended_a_month_ago_is_forgotten(Database database)
    {
        await using var centre = await OpenAsync(database);
        await AskAsync(centre, new Say("old"));
        await EndedAsync(centre);
        Assert.Equal(0, (await centre.DoAsync(new ForgetWork())).Value);
        centre.Time.Pass(TimeSpan.FromDays(31));
        Assert.Equal(1, (await centre.DoAsync(new ForgetWork())).Value);
    }

    [WorkName("test.say", MostAttempts = 3)]
    internal sealed record Say(string Word) : IWork
    {
        internal sealed class Performer(SpeakingMouth mouth) : IPerform<Say>
        {
            public async Task<Outcome<Done>> PerformAsync(Say work, WorkInHand hand, CancellationToken stop)
            {
                await mouth.OpenAsync(stop);
                if (work.Word.Length == 0)
                    return new Refusal("say.nothing", "Say something.");
                mouth.Heard.Enqueue($"{work.Word}, says {hand.Who.Name}");
                return Done.It;
            }
        }
    }

    /// <summary>Speaks, waits to be let, or breaks.</summary>
    internal sealed class SpeakingMouth
    {
        private TaskCompletionSource _open = Opened();
        public ConcurrentQueue<string> Heard { get; } = new();

        public void Hold() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public void Go() => _open.TrySetResult();

        public void Break()
        {
            _open.TrySetException(new InvalidOperationException("The mouth is broken."));
            if (_open.Task.IsCompletedSuccessfully)
                (_open = new()).SetException(new InvalidOperationException("The mouth is broken."));
        }

        public Task OpenAsync(CancellationToken stop) => _open.Task.WaitAsync(stop);

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }

    private static void With(IServiceCollection services) => services.AddSingleton<SpeakingMouth>().Performs(typeof(Say));

    private static string[] AskedWhileTaken(Database database) => database == Database.Sqlite
        ?
        [
            "CREATE TRIGGER asked AFTER UPDATE OF attempts ON work_outbox BEGIN UPDATE work_outbox SET stop_asked = 1 WHERE id = NEW.id; END",
        ]
        :
        [
            "CREATE FUNCTION ask() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.stop_asked := true; RETURN NEW; END $$",
            "CREATE TRIGGER asked BEFORE UPDATE OF attempts ON work_outbox FOR EACH ROW EXECUTE FUNCTION ask()",
        ];

    private static Task<TestCentre> OpenAsync(Database database, bool work = true, bool start = true) =>
        start ? TestCentre.OpenAsync(database, work, With) : TestCentre.OpenUnstartedAsync(database, work, With);

    private static SpeakingMouth Mouth(TestCentre centre) => centre.Services.GetRequiredService<SpeakingMouth>();

    private static string[] Heard(TestCentre centre) => [.. Mouth(centre).Heard];

    private static Task<Outcome<Done>> AskAsync(TestCentre centre, IWork work, string? key = null, bool refused = false) =>
        centre.Writer.RunAsync("ask", Lane.Desk, db =>
    {
        var context = new ActContext(db, Actor.Key("Asker"), centre.Time.GetUtcNow());
        return (context, AskedAsync());

        async Task<Outcome<Done>> AskedAsync()
        {
            if (key is null)
                context.Afterwards(work);
            else
                await context.AfterwardsOnceAsync(work, key, "", CancellationToken.None);
            return refused ? new Refusal("no", "Not so.") : Done.It;
        }
    }, CancellationToken.None);

    private static Task<OutboxRow> EndedAsync(TestCentre centre) => UntilAsync(centre, row => !row.IsOpen);

    private static Task<OutboxRow> UntilAsync(
        TestCentre centre, Func<OutboxRow, bool> so, [CallerArgumentExpression(nameof(so))] string what = "") =>
        Soon.FoundAsync(what, async () =>
        {
            await using var db = centre.OpenDb();
            return (await db.Set<OutboxRow>().AsNoTracking().ToListAsync()).SingleOrDefault() is { } row && so(row) ? row : null;
        });
}
