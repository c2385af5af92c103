using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.DatabaseTests.Measures;

public sealed class MeasuresStoreTests
{
    [Theory, EachDatabase]
    public async Task Added_up_piece_by_piece_measures_are_what_the_contacts_come_to_at_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        for (ulong seed = 1; seed <= 4; seed++)
            await InterleaveAsync(centre, new Dice(seed), $"{seed}");
        Assert.Equal(await AtOnceAsync(centre), await KeptAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Rebuilt_from_the_journal_measures_are_the_same(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await InterleaveAsync(centre, new Dice(77), "a");
        var before = await KeptAsync(centre);
        var finding = await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync();
        Assert.Equal(0, finding.PutRight);
        Assert.Equal(before, await KeptAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task A_rebuild_puts_right_contacts_and_sums_that_were_tampered_with(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await InterleaveAsync(centre, new Dice(5), "a");
        var before = await KeptAsync(centre);
        await using (var db = centre.OpenDb())
        {
            await db.Set<ContactRow>().Where(row => row.Queue == "water").ExecuteUpdateAsync(set => set.SetProperty(row => row.Queue, "wine"));
            await db.Set<MeasuresQuarterRow>()
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Cells, QuarterBytes.Write(new QuarterColumns(ContactMeasures.Family, 0, []))));
        }
        var finding = await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync();
        Assert.True(finding.PutRight > 0);
        Assert.Equal(before, await KeptAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task What_another_process_delivers_is_in_the_next_reading(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var facts = new ContactFactsAtRandom(new Dice(3));
        await centre.Writer.AppendAsync(facts.Some(20));
        await centre.Services.GetRequiredService<MeasuresStore>().CurrentAsync(default);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(centre.ConnectionString);
        using (var other = builder.Build())
        {
            await other.StartAsync(TestContext.Current.CancellationToken);
            await other.Services.GetRequiredService<App.Storage.Writer>().AppendAsync(facts.Some(30), stop: TestContext.Current.CancellationToken);
            await other.Services.GetRequiredService<MeasuresStore>().AddUpAsync(TimeSpan.FromMinutes(1), default);
            await other.StopAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(await AtOnceAsync(centre), await KeptAsync(centre));
    }

    private static async Task InterleaveAsync(TestCentre centre, Dice dice, string source)
    {
        var (facts, store) = (new ContactFactsAtRandom(dice), centre.Services.GetRequiredService<MeasuresStore>());
        for (var round = 0; round < 25; round++)
        {
            await centre.Writer.AppendAsync(facts.Some(12).ConvertAll(entry => entry with { SourceKey = $"{source} {entry.SourceKey}" }));
            if (dice.Below(3) == 0)
                await store.CurrentAsync(default);
        }
    }

    /// <summary>What the image in memory holds, in words, with nothing dirty left.</summary>
    private static async Task<string> KeptAsync(TestCentre centre)
    {
        var image = await centre.Services.GetRequiredService<MeasuresStore>().CurrentAsync(default);
        Assert.Equal(0, image.Waiting);
        return Text(image.Quarters.SelectMany(quarter => quarter.ToCells(image.Names).Select(pair => (quarter.Quarter, pair.Key, pair.Cell))));
    }

    private static async Task<string> AtOnceAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        var contacts = (await db.Set<ContactRow>().AsNoTracking().ToListAsync()).ConvertAll(row => row.Contact());
        var links = Links.Find([.. contacts.Select(LinkedContact.Of).OfType<LinkedContact>()]);
        return Text(contacts.GroupBy(contact => (int)(contact.ArrivedAt.ToUnixTimeSeconds() / 900))
            .SelectMany(quarter => QuarterSum.Of(quarter, links).Select(pair => (quarter.Key, pair.Key, pair.Value))));
    }

    private static string Text(IEnumerable<(int Quarter, CellKey Key, Cell Cell)> cells) => string.Join('\n', cells.Select(cell => string.Create(
        CultureInfo.InvariantCulture,
        $"{cell.Quarter} {cell.Key} {cell.Cell}"))
        .Order(StringComparer.Ordinal));
}
