using Answerable.App.Planning;

namespace Answerable.Tests.Planning;

public sealed class PackedTextTests
{
    [Fact]
    public void A_packed_text_is_read_as_it_was_and_is_small()
    {
        var text = "DateTime,Calls\n" + string.Concat(Enumerable.Range(0, 10_000).Select(row => $"2026-10-09T09:{row % 60:00}:00,20\n")) + "£ ü";
        Assert.Equal(text, PackedText.Read(PackedText.Pack(text)));
        Assert.True(PackedText.Pack(text).Length < text.Length / 20);
    }

    [Fact]
    public void What_was_kept_before_there_was_packing_is_read_as_it_is() =>
        Assert.Equal("DateTime,Calls\n2026-10-09T09:00:00,20\n", PackedText.Read("DateTime,Calls\n2026-10-09T09:00:00,20\n"));
}
