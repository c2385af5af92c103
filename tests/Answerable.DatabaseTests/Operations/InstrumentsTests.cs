using System.Diagnostics.Metrics;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Operations;

public sealed class InstrumentsTests
{
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
        await Assert.ThrowsAnyAsync<Exception>(() => centre.DoAsync(new InvitePerson("A", "a@b.example", null!, null)));
        Assert.Equal(1, counted.Sum("answerable.acts", "act=InvitePerson,outcome=failed"));
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
