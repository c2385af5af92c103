using Answerable.App.Acts;
using Answerable.App.Import;

namespace Answerable.DatabaseTests.Import;

/// <summary>The list of imports stands in the order asked for, and can be narrowed to one state without losing it.</summary>
public sealed class ImportOrderTests
{
    [Theory, EachDatabase]
    public async Task Imports_stand_by_any_column_that_offers_it_both_ways_and_else_the_latest_first(Database database)
    {
        await using var centre = await FilledAsync(database);
        Assert.Equal("321", await OrderAsync(centre, null));
        Assert.Equal("321", await OrderAsync(centre, "no-such-column"));
        foreach (var (word, expected) in new Dictionary<string, string>
        {
            ["file"] = "312",
            ["kind"] = "231",
            ["brought"] = "123",
            ["rows"] = "213",
            ["rejected"] = "132",
            ["repaired"] = "321",
        })
        {
            Assert.Equal((word, expected), (word, await OrderAsync(centre, word)));
            Assert.Equal((word, string.Concat(expected.Reverse())), (word, await OrderAsync(centre, $"-{word}")));
        }
    }

    [Theory, EachDatabase]
    public async Task One_state_keeps_the_order_and_all_states_keep_their_counts(Database database)
    {
        await using var centre = await FilledAsync(database);
        Assert.Equal("31", await OrderAsync(centre, "file", ImportState.Finished));
        var listing = (await centre.AskAsync(new ImportList(State: ImportState.Finished))).Value;
        Assert.Equal((2, 2, 1), (listing.Total, listing.States[ImportState.Finished], listing.States[ImportState.Failed]));
    }

    private static async Task<TestCentre> FilledAsync(Database database)
    {
        var centre = await TestCentre.OpenAsync(database, work: false);
        await using var db = centre.OpenDb();
        db.AddRange(
            Of(1, "b.csv", "z-calls", ImportState.Finished, 20, 1, 9), Of(2, "c.csv", "a-calls", ImportState.Failed, 10, 7, 5),
            Of(3, "a.csv", "m-calls", ImportState.Finished, 30, 4, 2));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return centre;
    }

    private static ImportRow Of(int number, string file, string profile, ImportState state, long rows, long rejected, long repaired) => new()
    {
        Id = ImportId.From(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5)),
        FileName = file,
        FileHash = $"{number}",
        Profile = profile,
        State = state,
        BroughtAt = new DateTimeOffset(2026, 9, number, 9, 0, 0, TimeSpan.Zero),
        Position = rows,
        Rejected = rejected,
        Repaired = repaired,
    };

    private static async Task<string> OrderAsync(TestCentre centre, string? word, ImportState? state = null) => string.Concat(
        (await centre.AskAsync(new ImportList(State: state, Order: Order.Read(word)))).Value.Imports.Select(line => line.BroughtAt.Day));
}
