using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Answerable.DatabaseTests.Web;

/// <summary>Scripts and styles as they go over the wire.</summary>
public sealed partial class PressedTests
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    public async Task A_file_comes_pressed_as_the_browser_takes_it_and_is_the_same_once_unpressed(string accepted, string coding)
    {
        await using var centre = new WebCentre();
        var client = centre.Nobody();
        var files = Asked().Matches(await client.GetStringAsync("/sign-in")).Select(match => match.Groups[1].Value).ToArray();
        Assert.Contains(files, file => file.StartsWith("/site.css", StringComparison.Ordinal));
        Assert.Contains(files, file => file.StartsWith("/site.js", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var plain = await client.GetAsync(file);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            using var request = new HttpRequestMessage(HttpMethod.Get, file);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var pressed = await client.SendAsync(request);

            Assert.Equal([coding], pressed.Content.Headers.ContentEncoding);
            Assert.Equal(file.Contains(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript",
                pressed.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", pressed.Headers.GetValues("Cache-Control").Single());
            Assert.Contains("Accept-Encoding", pressed.Headers.Vary);
            var bytes = await pressed.Content.ReadAsByteArrayAsync();
            var whole = await plain.Content.ReadAsByteArrayAsync();
            Assert.True(bytes.Length < whole.Length, $"{file} is {bytes.Length} bytes pressed and {whole.Length} plain.");
            Assert.Equal(whole, Unpressed(bytes, coding));
        }
    }

    [Fact]
    public async Task Without_the_mark_of_what_is_in_it_a_file_is_kept_an_hour_only()
    {
        await using var centre = new WebCentre();
        using var answer = await centre.Nobody().GetAsync("/site.css");
        Assert.Equal("public, max-age=3600", answer.Headers.GetValues("Cache-Control").Single());
    }

    private static byte[] Unpressed(byte[] bytes, string coding)
    {
        using var pressed = new MemoryStream(bytes);
        using Stream opened = coding == "br"
            ? new BrotliStream(pressed, CompressionMode.Decompress) : new GZipStream(pressed, CompressionMode.Decompress);
        using var whole = new MemoryStream();
        opened.CopyTo(whole);
        return whole.ToArray();
    }

    [GeneratedRegex("(?:src|href)=\"(/[a-z]+\\.(?:css|js)\\?v=[0-9a-f]+)\"")]
    private static partial Regex Asked();
}
