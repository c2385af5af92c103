using System.Text;
using Answerable.App.Import;
using Answerable.App.Import.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Import;

/// <summary>How a file's bytes are found to be text, however the file falls into lines.</summary>
public sealed class CharactersTests
{
    private const long Megabyte = 1 << 20;

    /// <summary>Records as a JSON array may be one line of any length.</summary>
    [Fact]
    public void A_file_on_one_line_is_gone_through_without_being_held()
    {
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"Name\":\"Störung\"},", 1000)));
        using var sound = new Endless(piece, times: 2000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Characters.Amiss(sound, CancellationToken.None));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Megabyte);
        Assert.True(sound.Length > 30 * Megabyte);
    }

    [Fact]
    public void A_table_and_a_log_on_one_line_are_told_of_and_not_held()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(',', Shape.Delimiter(() => Text("a,b,")));
        Assert.Contains("runs on for over", new Delimited(',').Misfit(Text("a,b,"), []), StringComparison.Ordinal);
        Assert.Contains("runs on for over", new Delimited(',').Read(Text("a,b,")).Single().Fault, StringComparison.Ordinal);
        Assert.Empty(new Delimited(',').Head(Text("a,b,")));
        Assert.Contains("runs on for over", new QueueLog().Read(Text("1|c|q|")).Single().Fault, StringComparison.Ordinal);
        Assert.NotNull(new QueueLog().Misfit(Text("abc"), []));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 120 * Megabyte);

        static StreamReader Text(string piece) => new(new Endless(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1000))), 25_000));
    }

    /// <summary>Wherever a block of the reading ends.</summary>
    [Fact]
    public void The_first_line_that_is_no_utf_8_is_found_and_how_it_begins() => Prop.ForAll(
        Gen.Choose(0, 140_000).ToArbitrary(), Gen.Elements("\n", "\r\n", "\r").ToArbitrary(), (length, end) =>
        {
            var before = string.Concat(Enumerable.Repeat("ä€😀\u0301" + end, length / 10)) + new string('x', length % 10);
            byte[] file = [.. Encoding.UTF8.GetBytes(before), 0xFC, .. "ber"u8, .. Encoding.UTF8.GetBytes(end + "more")];
            using var bytes = new MemoryStream(file);
            return Characters.Amiss(bytes, CancellationToken.None) == ((length / 10) + 1, new string('x', length % 10) + "über");
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0xE2, 0x82 }, 2)]
    [InlineData(new byte[] { 0x61, 0x0D, 0x0D, 0x0A, 0xFF }, 3)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 1)]
    [InlineData(new byte[] { 0xE2, 0x82, 0xAC, 0x0A }, 0)]
    [InlineData(new byte[0], 0)]
    public void What_breaks_off_within_a_character_is_none(byte[] file, int line)
    {
        using var bytes = new MemoryStream(file);
        Assert.Equal((long)line, Characters.Amiss(bytes, CancellationToken.None)?.Line ?? 0);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("unicode-1-1-utf-7")]
    [InlineData("nonesuch")]
    [InlineData("")]
    public void A_way_of_writing_that_nobody_reads_is_refused(string name)
    {
        Assert.Null(Characters.Named(name));
        Assert.Equal("import.encoding-unknown", Settlement.Written(name, OfBytes("a"u8.ToArray()), CancellationToken.None)!.Code);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF8")]
    [InlineData(" Utf-8 ")]
    [InlineData(null)]
    public void Bytes_that_are_no_utf_8_are_told_however_its_name_is_written(string? name)
    {
        Assert.Equal("import.encoding", Settlement.Written(name, OfBytes([0x61, 0xFC]), CancellationToken.None)!.Code);
        Assert.Null(Settlement.Written(name, OfBytes("ü"u8.ToArray()), CancellationToken.None));
    }

    [Fact]
    public void The_same_file_is_gone_through_once()
    {
        var opened = 0;
        var file = new ImportFile(() => new MemoryStream([0x61, (byte)(opened++ == 0 ? 'a' : 0xFC)]), () => true, null);
        Assert.Equal((1L, "aü"), file.Amiss(CancellationToken.None));
        Assert.Equal((1L, "aü"), file.Amiss(CancellationToken.None));
        Assert.Equal(2, opened);
        Assert.Equal((7L, "as kept"), new ImportFile(() => throw new IOException(), () => true, null, "7\nas kept").Amiss(CancellationToken.None));
        Assert.Null(new ImportFile(() => throw new IOException(), () => true, null, "").Amiss(CancellationToken.None));
    }

    /// <summary>Who goes away, or asks again, leaves nothing behind that reads on.</summary>
    [Fact]
    public void Going_through_a_file_stops_when_it_is_asked_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var file = OfBytes("id,arrived\n1,2026-03-03 09:00\n"u8.ToArray());
        Assert.Throws<OperationCanceledException>(() => file.Amiss(stop.Token));
        Assert.Throws<OperationCanceledException>(() => Settlement.Of("generic-csv", null, file, stop.Token));
        Assert.Throws<OperationCanceledException>(() => Glance.At(file, "utf-8", new Delimited(','), ["id"], [], stop.Token));
    }

    private static ImportFile OfBytes(byte[] bytes) => new(() => new MemoryStream(bytes), () => true, null);

    /// <summary>The same bytes so many times, on one line.</summary>
    private sealed class Endless(byte[] piece, int times) : Stream
    {
        private long _position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => (long)piece.Length * times;
        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var from = (int)(_position % piece.Length);
            var read = (int)Math.Min(Math.Min(count, piece.Length - from), Length - _position);
            Array.Copy(piece, from, buffer, offset, read);
            _position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
