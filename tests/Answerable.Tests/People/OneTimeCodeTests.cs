using System.Text;
using Answerable.Model.People;

namespace Answerable.Tests.People;

public sealed class OneTimeCodeTests
{
    private static readonly string Key = Base32.Of(Encoding.ASCII.GetBytes("12345678901234567890"));
    private static readonly DateTimeOffset Now = new(2026, 10, 9, 9, 0, 0, TimeSpan.Zero);

    /// <summary>RFC 6238, appendix B, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void It_is_what_the_standard_says(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void A_code_is_taken_within_half_a_minute_of_its_own()
    {
        foreach (var off in (int[])[-30, 0, 30])
            Assert.NotNull(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, Now.AddSeconds(off)), Now, null));
        foreach (var off in (int[])[-60, 60])
            Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, Now.AddSeconds(off)), Now, null));
    }

    [Fact]
    public void A_code_once_used_and_those_before_it_are_not_taken_again()
    {
        var used = OneTimeCode.StepOf(Key, OneTimeCode.At(Key, Now), Now, null);
        Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, Now), Now, used));
        Assert.Null(OneTimeCode.StepOf(Key, OneTimeCode.At(Key, Now.AddSeconds(-30)), Now, used));
        Assert.Equal(used + 1, OneTimeCode.StepOf(Key, OneTimeCode.At(Key, Now.AddSeconds(30)), Now, used));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("+12345")]
    [InlineData("12 456")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_of_no_half_minute(string code) => Assert.Null(OneTimeCode.StepOf(Key, code, Now, null));

    [Fact]
    public void A_key_of_too_few_bytes_or_other_letters_is_none()
    {
        Assert.True(OneTimeCode.IsKey(Key));
        Assert.True(OneTimeCode.IsKey(string.Join(' ', Key.ToLowerInvariant().Chunk(4).Select(part => new string(part)))));
        Assert.False(OneTimeCode.IsKey("MZXW6YTB"));
        Assert.True(OneTimeCode.IsKey(Base32.Of(new byte[16])));
        Assert.False(OneTimeCode.IsKey(Base32.Of(new byte[15])));
        Assert.False(OneTimeCode.IsKey(Key + "1"));
        Assert.False(OneTimeCode.IsKey(""));
    }

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Letters_stand_for_bytes_as_the_standard_says(string text, string letters)
    {
        Assert.Equal(letters, Base32.Of(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base32.Read(letters)!));
    }

    [Fact]
    public void Every_byte_comes_back_from_its_letters_wherever_it_stands()
    {
        var bytes = Enumerable.Range(0, 5 * 256).Select(place => (byte)(place * 7 + place / 256)).ToArray();
        Assert.Equal(bytes, Base32.Read(Base32.Of(bytes)));
        Assert.Equal(new byte[10], Base32.Read("AAAAAAAAAAAAAAAA"));
    }

    [Fact]
    public void Before_any_code_was_used_the_first_half_minute_of_all_counts_too() =>
        Assert.Equal(0, OneTimeCode.StepOf(Key, OneTimeCode.At(Key, DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch, null));
}
