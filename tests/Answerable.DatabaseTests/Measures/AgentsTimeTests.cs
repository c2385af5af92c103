using Answerable.Analysis.Measures;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.DatabaseTests.Measures;

/// <summary>Agents' time is kept as sums a quarter-hour, and what is kept is always what the journal says.</summary>
public sealed class AgentsTimeTests
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly To = new(2026, 10, 11);
    private static readonly PersonId[] People = [.. Enumerable.Range(1, 5).Select(number => new PersonId(new Guid(number, 9, 9, new byte[8])))];
    private static readonly TeamId Water = new(new Guid(1, 1, 1, new byte[8]));
    private static readonly TeamId Waste = new(new Guid(2, 1, 1, new byte[8]));

    /// <summary>Some are of today and some of last week, in no order, as another system may tell them; whoever was ready at night forgot to sign
    /// out.</summary>
    [Theory, EachDatabase]
    public async Task However_late_a_fact_comes_the_sums_are_those_of_all_facts_together(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (dice, told) = (new Dice(7), new List<PresenceLine>());
        for (var delivery = 0; delivery < 12; delivery++)
        {
            var entries = new List<Entry>();
            for (var fact = 0; fact < 25; fact++)
                entries.Add(Said(dice.Of(People), centre.Time.GetUtcNow().AddMinutes(-dice.Below(delivery % 2 == 0 ? 1_500 : 12_000)),
                    (Presence)dice.Below(6), $"{delivery} {fact}"));
            await centre.Writer.AppendAsync(entries);
            await ReadAsync(centre.Services, Dimension.Agent);
        }
        await using var db = centre.OpenDb();
        var lines = await PresenceLines.ReadAsync(db.Set<JournalRow>(), default);
        Assert.Equal(300, lines.Count);
        Assert.Equal(Text(PresenceTimes.Of(lines)), await KeptAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task What_is_kept_is_read_by_another_process_and_made_again_where_it_is_missing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([.. Day(centre.Time.GetUtcNow().AddDays(-3))]);
        var expected = await ReadAsync(centre.Services, Dimension.Agent);
        var kept = await KeptAsync(centre);
        Assert.Contains("270", expected, StringComparison.Ordinal);
        Assert.NotEmpty(kept);
        foreach (var lose in new Func<IQueryable<MeasuresQuarterRow>, IQueryable<MeasuresFollowRow>, Task>[]
            {
                (_, _) => Task.CompletedTask,
                (rows, _) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Holds, "2: 101 102")
                    .SetProperty(row => row.Cells, new byte[] { 2, 0, 0, 0 })),
                async (rows, follows) => _ = (await rows.ExecuteDeleteAsync(), await follows.ExecuteDeleteAsync()),
            })
        {
            await using (var db = centre.OpenDb())
                await lose(db.Set<MeasuresQuarterRow>().Where(row => row.Family == AgentMeasures.Family.Id),
                    db.Set<MeasuresFollowRow>().Where(row => row.Family == AgentMeasures.Family.Id));
            await OtherProcessAsync(centre, MeasuresMemory.Usual, async other => Assert.Equal(expected, await ReadAsync(other, Dimension.Agent)));
            Assert.Equal(kept, await KeptAsync(centre));
        }
    }

    [Theory, EachDatabase]
    public async Task What_has_no_room_in_memory_is_read_from_storage(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        for (var day = 1; day < 8; day++)
            await centre.Writer.AppendAsync([.. Day(centre.Time.GetUtcNow().AddDays(-day))]);
        var expected = await ReadAsync(centre.Services, null);
        await OtherProcessAsync(centre, new MeasuresMemory(30_000), async other =>
        {
            Assert.Equal(expected, await ReadAsync(other, null));
            var image = await other.GetRequiredService<MeasuresStores>().Of(AgentMeasures.Family).CurrentAsync(default);
            Assert.InRange(image.Quarters.Sum(quarter => quarter.Bytes), 1, 30_000 / other.GetServices<IContribution>().Count());
            Assert.True(image.Outlines.Length > image.Quarters.Length);
        });
    }

    [Theory, EachDatabase]
    public async Task A_rebuild_finds_quarter_hours_in_which_nobody_said_anything(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([.. Day(centre.Time.GetUtcNow().AddDays(-3))]);
        await ReadAsync(centre.Services, null);
        var kept = await KeptAsync(centre);
        await using (var db = centre.OpenDb())
            await db.Set<MeasuresQuarterRow>().Where(row => row.Family == AgentMeasures.Family.Id).ExecuteDeleteAsync();
        await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(kept, await KeptAsync(centre));
    }

    /// <summary>A closed month stays as it was when somebody moves; their figures stay theirs.</summary>
    [Theory, EachDatabase]
    public async Task Time_is_that_of_the_team_somebody_was_in_then(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (who, start) = (People[0], centre.Time.GetUtcNow().AddDays(-5));
        await centre.Writer.AppendAsync(
        [
            Entry.Of(new PersonInvited(who, [Role.Agent], Water), start.AddDays(1), FactKind.Live, "test", "invited", who.Value, null),
            .. Day(start), .. Day(start.AddDays(2)),
        ]);
        Assert.Equal($"{Water} 540 of 660", await ReadAsync(centre.Services, Dimension.Team));
        await centre.Writer.AppendAsync(
        [
            Entry.Of(new PersonMoved(who, Water, Waste), start.AddDays(3), FactKind.Live, "test", "moved", who.Value, null),
            .. Day(start.AddDays(4)),
        ]);
        Assert.Equal($"{Water} 540 of 660\n{Waste} 270 of 330", await ReadAsync(centre.Services, Dimension.Team));
        Assert.Equal($"{who} 810 of 990", await ReadAsync(centre.Services, Dimension.Agent));
    }

    /// <summary>With customers for 270 minutes of a first person's 330, and then signed out.</summary>
    private static IEnumerable<Entry> Day(DateTimeOffset start)
    {
        foreach (var (minute, to) in new[] { (0, Presence.Busy), (270, Presence.Ready), (330, Presence.SignedOut) })
            yield return Said(People[0], start.AddMinutes(minute), to, $"{start:O} {minute}");
    }

    private static Entry Said(PersonId person, DateTimeOffset at, Presence to, string key) =>
        Entry.Of(new PresenceChanged(person, default, to), at, FactKind.Live, "test", key, person.Value, person.Value);

    private static async Task<string> ReadAsync(IServiceProvider services, Dimension? split)
    {
        var asked = new KpiFigures("occupancy", From, To) { Split = split, Whole = true };
        var found = (await services.GetRequiredService<Dispatcher>().AskAsync(asked, Actor.System)).Value;
        Assert.Equal(0, found.Waiting);
        return split is null ? Minutes(found.Total) : string.Join('\n', found.Lines.OrderBy(line => line.Key).Select(line =>
            $"{line.Key} {Minutes(line.Figure)}"));
    }

    private static string Minutes(Figure figure) => $"{figure.Numerator / 60_000} of {figure.Denominator / 60_000}";

    private static async Task<string> KeptAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        var names = await MeasuresNameRow.ReadAsync(db.Set<MeasuresNameRow>(), default);
        var rows = await db.Set<MeasuresQuarterRow>().AsNoTracking().Where(row => row.Family == AgentMeasures.Family.Id).ToListAsync();
        return string.Join('\n', rows.OrderBy(row => row.Quarter)
            .Select(row => QuarterBytes.Read(AgentMeasures.Family, row.Quarter, row.Cells).Columns!)
            .SelectMany(columns => columns.ToCells(names).OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal)
                .Select(pair => $"{columns.Quarter} {pair.Key}: {pair.Cell}")));
    }

    private static string Text(Dictionary<int, Dictionary<(PersonId Person, FactKind Kind, TeamId? Team), long[]>> times) =>
        string.Join('\n', times.OrderBy(quarter => quarter.Key).SelectMany(quarter => quarter.Value
            .Select(pair => (
                Key: new CellKey(AgentMeasures.Family, $"{pair.Key.Kind}", "", $"{pair.Key.Person}"), Cell: AgentMeasures.CellOf(pair.Value)))
            .OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => $"{quarter.Key} {pair.Key}: {pair.Cell}")));

    /// <summary>Knows nothing but what is stored.</summary>
    private static async Task OtherProcessAsync(TestCentre centre, MeasuresMemory memory, Func<IServiceProvider, Task> inIt)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(centre.ConnectionString).AddSingleton<TimeProvider>(centre.Time).AddSingleton(memory);
        using var other = builder.Build();
        await other.StartAsync(TestContext.Current.CancellationToken);
        await inIt(other.Services);
        await other.StopAsync(TestContext.Current.CancellationToken);
    }
}
