using Answerable.App.Acts;
using Answerable.App.Storage;

namespace Answerable.DatabaseTests.Acts;

public sealed class NoticeboardTests
{
    [Fact]
    public async Task What_is_told_a_thousand_times_before_anybody_looks_is_heard_once_and_nothing_else_is_lost()
    {
        var noticeboard = new Noticeboard();
        await using var heard =
            noticeboard.Listen(["queue", "desk"], TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = heard.MoveNextAsync().AsTask();
        for (var time = 0; time < 1_000; time++)
            noticeboard.Publish([new Notice("queue", ""), new Notice("elsewhere", "")]);
        noticeboard.Publish([new Notice("desk", "mine")]);

        Assert.True(await first);
        var topics = new List<string> { heard.Current.Topic };
        while (topics[^1] != "desk" && await heard.MoveNextAsync())
            topics.Add(heard.Current.Topic);
        // The first may be taken before the others are told: then they are heard once more, together.
        Assert.InRange(topics.Count(topic => topic == "queue"), 1, 2);
        Assert.DoesNotContain("elsewhere", topics);
    }

    [Fact]
    public async Task Each_page_hears_what_it_listens_to_together_and_nothing_once_it_is_closed()
    {
        var noticeboard = new Noticeboard();
        using var first = noticeboard.Open(["queue", "desk:1"]);
        var second = noticeboard.Open(["queue", "desk:2"]);
        noticeboard.Publish([new Notice("desk:1", ""), new Notice("queue", ""), new Notice("desk:3", "")]);
        Assert.Equal(["desk:1", "queue"], (await first.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
        Assert.Equal(["queue"], (await second.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));

        second.Dispose();
        noticeboard.Publish([new Notice("queue", ""), new Notice("desk:2", "")]);
        Assert.Equal(["queue"], (await first.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.HeardAsync(gone.Token));
    }
}
