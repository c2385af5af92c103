using Answerable.App;

namespace Answerable.Tests.Acts;

public sealed class IdsTests
{
    /// <summary>Many are made in one millisecond: lists by moment and id show them as they came.</summary>
    [Fact]
    public void Ids_are_in_the_order_they_were_made()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.New()).ToList();
        Assert.Equal(ids.Order().ToList(), ids);
        Assert.All(ids, id => Assert.Equal((7, 8), (id.Version, id.Variant & 0xC)));
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(TimeOf(ids[0]), now.AddMinutes(-1), now.AddMinutes(1));
    }

    [Fact]
    public async Task However_many_make_them_at_once_each_is_made_once()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 10_000).Select(_ => Ids.New()).ToList())));
        Assert.Equal(80_000, ids.SelectMany(some => some).Select(id => id.ToString()[..18]).Distinct().Count());
    }

    private static DateTimeOffset TimeOf(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));
}
