using Answerable.Analysis.Measures;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Measures;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.DatabaseTests.Measures;

public sealed class KpiBoardTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly DateOnly To = new(2026, 10, 9);

    [Theory, EachDatabase]
    public async Task What_is_delivered_while_a_page_is_read_is_in_none_of_its_figures(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(30, 1000).Abandoned(10, 5000).DeliverAsync();
        var reader = centre.Services.GetRequiredService<KpiReader>();
        await using var db = centre.OpenDb();
        var context = new ReadingContext(db, Actor.System, centre.Time.GetUtcNow());
        var (before, after) = await reader.OfOneMomentAsync(async moment =>
        {
            var first = (await reader.ReadAsync([new KpiFigures("contacts", From, To)], moment, default)).Value[0].Total.Value;
            await new Recorded(centre, "later").Answered(7, 1000).DeliverAsync();
            Assert.Equal(47, await ContactsAsync(centre));
            return (first, (await reader.ReadAsync([new KpiFigures("contacts-answered", From, To)], moment, default)).Value[0].Total.Value);
        }, context);
        Assert.Equal((40, 30), (before, after));
    }

    [Theory, EachDatabase]
    public async Task A_board_says_of_each_question_what_it_alone_would_be_told(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(30, 1000, "water", "Ann").Answered(5, 90_000, "waste", "Bob").Abandoned(10, 5000).About(1, "A", 0)
            .About(1, "A", 3).DeliverAsync();
        var asked = Kpis.All.Select(kpi => new KpiFigures(kpi.Name, From, To) { Interval = Interval.Day }).ToList();
        var board = (await centre.AskAsync(new KpiBoard(_ => asked))).Value;
        Assert.Equal(47, board.Extent.Kinds.Count == 1 ? board.Figures[0].Total.Value : null);
        for (var place = 0; place < asked.Count; place++)
            Assert.Equal(Text((await centre.AskAsync(asked[place])).Value), Text(board.Figures[place]));
    }

    [Theory, EachDatabase]
    public async Task A_question_that_is_refused_is_so_beside_what_there_is_to_choose_from(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(1, 1000, "water").DeliverAsync();
        var board = (await centre.AskAsync(new KpiBoard(_ => [new KpiFigures("contacts", From, To), new KpiFigures("contacts", To, From)]))).Value;
        Assert.Empty(board.Figures);
        Assert.StartsWith("The period must end after it begins", board.Refused.Single().Text, StringComparison.Ordinal);
        Assert.Equal("water", board.Extent.Choices[Dimension.Queue].Single().Key);
    }

    /// <summary>What has no room in memory is read from storage: the same figures.</summary>
    [Theory, EachDatabase]
    public async Task Figures_are_the_same_however_little_of_the_image_is_held_in_memory(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var seed in new ulong[] { 1, 2, 3 })
            await centre.Writer.AppendAsync(
                [.. new ContactFactsAtRandom(new Dice(seed)).Some(400).Select(entry => entry with { SourceKey = $"{seed} {entry.SourceKey}" })]);
        var expected = await EverythingAsync(centre.Services);
        var some = (await centre.Services.GetRequiredService<MeasuresStore>().CurrentAsync(default)).Quarters.Sum(quarter => quarter.Bytes) / 3;
        foreach (var bytes in new[] { 1, some })
        {
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddAnswerable(centre.ConnectionString).AddSingleton<TimeProvider>(centre.Time)
                .AddSingleton(new MeasuresMemory(centre.Services.GetServices<IContribution>().Count() * bytes));
            using var other = builder.Build();
            await other.StartAsync(TestContext.Current.CancellationToken);
            Assert.Equal(expected, await EverythingAsync(other.Services));
            var image = await other.Services.GetRequiredService<MeasuresStore>().CurrentAsync(default);
            Assert.True(image.Quarters.Sum(quarter => quarter.Bytes) <= bytes);
            Assert.Equal(bytes > 1, image.Quarters.Length > 0);
            Assert.True(image.Outlines.Length > image.Quarters.Length);
            await other.StopAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> EverythingAsync(IServiceProvider services)
    {
        var asked = from kpi in Kpis.All
                    from split in new Dimension?[] { null, Dimension.Agent, Dimension.Source }
                    where split is null || kpi.Family.KeptBy(split.Value)
                    from interval in new Interval?[] { null, Interval.Week }
                    select new KpiFigures(kpi.Name, From, new DateOnly(2026, 11, 1))
                    { Split = split, Interval = interval, Kinds = [FactKind.Live, FactKind.Imported, FactKind.Demo] };
        var board = (await services.GetRequiredService<Dispatcher>().AskAsync(new KpiBoard(_ => [.. asked]), Actor.System)).Value;
        return string.Join('\n', board.Figures.Select(Text)) + string.Join(' ', board.Extent.Kinds.OrderBy(pair => pair.Key));
    }

    private static string Text(KpiFigures.Finding found) =>
        $"{found.Kpi.Name} {found.Total} {string.Join(' ', found.Lines)} {string.Join(' ', found.Beside)}";

    private static async Task<double?> ContactsAsync(TestCentre centre) =>
        (await centre.AskAsync(new KpiFigures("contacts", From, To))).Value.Total.Value;
}
