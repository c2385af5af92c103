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
}
