using Answerable.App;

namespace Answerable.DatabaseTests.Keys;

/// <summary>A key just made is found by the next that ask, however soon they do.</summary>
public sealed class RememberedTests
{
    [Fact]
    public async Task What_had_begun_to_be_read_before_is_read_again()
    {
        var (reads, first) = (0, new TaskCompletionSource());
        var remembered = new Remembered<string>(async () =>
        {
            if (++reads == 1)
                await first.Task;
            return $"{reads}";
        }, TimeProvider.System);
        var before = remembered.NoOlderThanAsync(TimeSpan.FromSeconds(1));
        await Task.Delay(1, TestContext.Current.CancellationToken);
        var asked = TimeProvider.System.GetTimestamp();
        var after = remembered.NotBeforeAsync(asked);
        first.SetResult();
        Assert.Equal(("1", "2"), (await before, await after));
        // One that began since serves all who asked before it.
        Assert.Equal("2", await remembered.NotBeforeAsync(asked));
        Assert.Equal(2, reads);
    }
}
