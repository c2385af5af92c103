using System.Diagnostics.Metrics;
using System.Net;
using Answerable.App.Mail;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.DatabaseTests.Import;
using Answerable.DatabaseTests.Web;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Operations;

public sealed class InstrumentsTests
{
    private static string Log => SharedData.Path("asterisk-queue-log/queue_log_fragment.txt");

    [Theory, EachDatabase]
    public async Task Acts_are_counted_by_name_and_outcome_and_facts_and_batches_with_them(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        using var counted = new Watcher(centre.Services.GetRequiredService<IMeterFactory>());
        await centre.DoAsync(new FormTeam("Night shift at 12 High Street"));
        Assert.False((await centre.DoAsync(new FormTeam(""))).Allowed);
        Assert.False((await centre.DoAsync(new FormTeam("Mrs Smith"), Actor.Key("Nobody"))).Allowed);
        Assert.Equal(1, counted.Sum("answerable.acts", "act=FormTeam,outcome=allowed"));
        Assert.Equal(2, counted.Sum("answerable.acts", "act=FormTeam,outcome=refused"));
        Assert.Equal(1, counted.Sum("answerable.facts"));
        Assert.True(counted.Has("answerable.writer.batch.duration") && counted.Has("answerable.writer.waiting"));
        Assert.All(counted.Tags, tags => Assert.DoesNotContain("Smith", tags, StringComparison.Ordinal));
        Assert.NotNull(centre.Writer.Standing.CommittedAt);
    }

    [Theory, EachDatabase]
    public async Task An_act_that_broke_counts_as_failed(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        using var counted = new Watcher(centre.Services.GetRequiredService<IMeterFactory>());
        await Assert.ThrowsAnyAsync<Exception>(() => centre.DoAsync(new Propose(null!)));
        Assert.Equal(1, counted.Sum("answerable.acts", "act=Propose,outcome=failed"));
    }

    [Theory, EachDatabase]
    public async Task What_waits_in_the_outbox_and_what_was_given_up_is_counted(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        using var counted = new Watcher(centre.Services.GetRequiredService<IMeterFactory>());
        await using (var db = centre.OpenDb())
        {
            foreach (var state in new[] { WorkState.Waiting, WorkState.Waiting, WorkState.Failed, WorkState.Done })
            {
                var row = OutboxRow.Of(new SendLetter(App.Ids.New<LetterId>()), null, "", Actor.System, centre.Time.GetUtcNow().AddDays(9));
                if (state != WorkState.Waiting)
                    row.End(state, null, centre.Time.GetUtcNow());
                db.Add(row);
            }
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await Soon.SoAsync("it is counted", () =>
        {
            centre.Time.Pass(TimeSpan.FromSeconds(15));
            return Task.FromResult((counted.Last("answerable.outbox.rows", "state=waiting"), counted.Last("answerable.outbox.rows", "state=given_up"))
                == (2.0, 1.0));
        });
    }

    [Theory, EachDatabase]
    public async Task Facts_that_an_import_brings_are_counted_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        using var counted = new Watcher(centre.Services.GetRequiredService<IMeterFactory>());
        await centre.ImportAsync("asterisk-queue-log", Log);
        var brought = counted.Sum("answerable.import.facts");
        Assert.InRange(brought, 1, counted.Sum("answerable.facts"));
        await centre.ImportAsync("asterisk-queue-log", Log);
        Assert.Equal(brought, counted.Sum("answerable.import.facts"));
    }

    [Fact]
    public async Task A_page_counts_as_open_while_it_is()
    {
        await using var web = new WebCentre();
        var client = await web.SignedInAsync(Role.Agent);
        using var counted = new Watcher(web.Services.GetRequiredService<IMeterFactory>());
        using (var open = await client.GetAsync("/home/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
            await Soon.SoAsync("it counts", () => Task.FromResult(counted.Sum("answerable.pages.live") == 1));
        }
        await Soon.SoAsync("it counts no more", () => Task.FromResult(counted.Sum("answerable.pages.live") == 0));
    }

    [Theory, EachDatabase]
    public async Task A_lease_of_a_silent_server_that_another_takes_is_counted(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, work: false);
        using var counted = new Watcher(centre.Services.GetRequiredService<IMeterFactory>());
        await centre.DoAsync(new BeatNode(App.Ids.New(), "one", ["timetable"]));
        var other = App.Ids.New();
        Assert.Empty((await centre.DoAsync(new BeatNode(other, "other", ["timetable"]))).Value);
        Assert.Equal(0, counted.Sum("answerable.work.taken_over"));
        centre.Time.Set(centre.Time.GetUtcNow() + BeatNode.Lease + BeatNode.Lease);
        Assert.Equal(["timetable"], (await centre.DoAsync(new BeatNode(other, "other", ["timetable"]))).Value);
        Assert.Equal(1, counted.Sum("answerable.work.taken_over"));
    }
}
