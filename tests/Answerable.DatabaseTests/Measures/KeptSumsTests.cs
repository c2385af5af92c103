using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Measures;

/// <summary>The small acts by which sums are kept: each must bear being done twice, late, or by two servers at once.</summary>
public sealed class KeptSumsTests
{
    private const byte Family = 200;

    [Theory, EachDatabase]
    public async Task Sums_as_of_an_earlier_line_do_not_replace_later_ones_and_a_later_change_stays_marked(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using (var db = centre.OpenDb())
        {
            db.Set<MeasuresDirtyRow>().AddRange(new MeasuresDirtyRow { Family = Family, Quarter = 1, Mark = 5 }, new MeasuresDirtyRow
            { Family = Family, Quarter = 2, Mark = 9 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.True((await centre.DoAsync(new KeepQuarters([Sums(1, 7, 1), Sums(2, 7, 2)]))).Allowed);
        Assert.Equal([(1, 7L, 1), (2, 7L, 2)], await KeptAsync(centre));
        Assert.Equal([2], await DirtyAsync(centre));
        await centre.DoAsync(new KeepQuarters([Sums(1, 6, 10), Sums(2, 6, 20)]));
        Assert.Equal([(1, 7L, 1), (2, 7L, 2)], await KeptAsync(centre));
        await centre.DoAsync(new KeepQuarters([Sums(2, 9, 22)]));
        Assert.Equal([(1, 7L, 1), (2, 9L, 22)], await KeptAsync(centre));
        Assert.Empty(await DirtyAsync(centre));
        await using var after = centre.OpenDb();
        var revisions = await after.Set<MeasuresQuarterRow>().Where(row => row.Family == Family).OrderBy(row => row.Quarter)
            .Select(row => row.Revision).ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(revisions[1] > revisions[0]);
    }

    [Theory, EachDatabase]
    public async Task What_is_doubted_is_marked_and_compared_with_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KeepQuarters([Sums(1, 7, 1), Sums(2, 7, 2)]));
        await centre.DoAsync(new MarkQuartersDirty(Family, [1, 3], Doubted: false));
        await using (var db = centre.OpenDb())
            Assert.Equal([[9], [9]], await db.Set<MeasuresQuarterRow>().Where(row => row.Family == Family).OrderBy(row => row.Quarter)
                .Select(row => row.Linked).ToListAsync(TestContext.Current.CancellationToken));
        await centre.DoAsync(new MarkQuartersDirty(Family, [1, 2], Doubted: true));
        Assert.Equal([1, 2, 3], await DirtyAsync(centre));
        await using var after = centre.OpenDb();
        Assert.Equal([[], []], await after.Set<MeasuresQuarterRow>().Where(row => row.Family == Family).Select(row => row.Linked)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task The_journal_is_followed_from_where_it_was_left_and_only_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new FollowJournal(Family, 0, 40, [1, 2]));
        await centre.DoAsync(new FollowJournal(Family, 0, 30, [3]));
        await centre.DoAsync(new FollowJournal(Family, 40, 50, [4]));
        Assert.Equal([1, 2, 4], await DirtyAsync(centre));
        await using var db = centre.OpenDb();
        Assert.Equal(50, (await db.Set<MeasuresFollowRow>().SingleAsync(row => row.Family == Family, TestContext.Current.CancellationToken)).Number);
    }

    [Theory, EachDatabase]
    public async Task A_name_keeps_the_number_it_was_first_given(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new NumberNames([(Dimension.Queue, "bins"), (Dimension.Queue, "water")]));
        await centre.DoAsync(new NumberNames([(Dimension.Queue, "water"), (Dimension.Queue, "rent"), (Dimension.Type, "bins")]));
        await using var db = centre.OpenDb();
        var numbered = await db.Set<MeasuresNameRow>().OrderBy(row => row.Dimension).ThenBy(row => row.Number).Select(row => row.Text)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["bins", "water", "rent", "bins"], numbered);
    }

    private static MeasuresQuarterRow Sums(int quarter, long asOf, byte cell) =>
        new() { Family = Family, Quarter = quarter, AsOf = asOf, Holds = "x", Cells = [cell], Linked = [9] };

    private static async Task<List<(int, long, int)>> KeptAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        var rows = await db.Set<MeasuresQuarterRow>().Where(row => row.Family == Family).OrderBy(row => row.Quarter).ToListAsync();
        return rows.ConvertAll(row => (row.Quarter, row.AsOf, (int)row.Cells[0]));
    }

    private static async Task<List<int>> DirtyAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<MeasuresDirtyRow>().Where(row => row.Family == Family).OrderBy(row => row.Quarter).Select(row => row.Quarter)
            .ToListAsync();
    }
}
