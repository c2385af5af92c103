using Answerable.Model.Centre;

namespace Answerable.Tests.Centres;

public sealed class DashesTests
{
    [Theory]
    [InlineData("09:00-13:00")]
    [InlineData("09:00 – 13:00")]
    [InlineData("09:00—13:00")]
    [InlineData("09:00 − 13:00")]
    [InlineData("9:00\u00a0‑\u00a013:00")]
    public void Hours_are_read_with_whatever_dash_stands_between_them(string typed) =>
        Assert.Equal([new OpenSpan(540, 780)], OpenSpan.Read(typed));
}
