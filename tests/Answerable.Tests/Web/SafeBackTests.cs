using Answerable.Web.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Web;

public sealed class SafeBackTests
{
    [Theory]
    [InlineData("/people?words=a b", "/people?words=a%20b")]
    [InlineData("/contact-types/é", "/contact-types/%C3%A9")]
    [InlineData("/contact-types/%C3%A9?a=%20#main", "/contact-types/%C3%A9?a=%20#main")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\n/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Where_to_go_back_to(string? back, string to) => Assert.Equal(to, SafeBack.Of(back));

    [Fact]
    public void Whatever_is_asked_for_a_browser_stays_here()
    {
        var piece = Gen.Elements("/", "\\", "\t", "\n", "\r", "\0", " ", "\u007f", "\u0085", "\u00a0", "\u2028", ".", "é",
            "evil.example", "%09", "@", ":", "?", "\ud800");
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), asked =>
        {
            foreach (var back in (string[])[asked, "/" + asked])
            {
                var to = SafeBack.Of(back);
                Assert.DoesNotContain(to, character => character is <= ' ' or > '~' or '\\');
                Assert.True(to is ['/'] or ['/', not '/', ..], to);
            }
        }).Check(Tries.Of(2000));
    }
}
