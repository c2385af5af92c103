using Answerable.Model;

namespace Answerable.Tests;

public sealed class CountedTests
{
    [Theory]
    [InlineData("0 keys", 0, "key")]
    [InlineData("1 key", 1, "key")]
    [InlineData("1,200 keys", 1200, "key")]
    [InlineData("1 person", 1, "person", "people")]
    [InlineData("2 people", 2, "person", "people")]
    public void One_is_said_as_one(string said, int count, string one, string? many = null) => Assert.Equal(said, Counted.Of(count, one, many));
}
