using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>A file read from the database, a piece after another.</summary>
internal sealed class PiecesRead(IDbContextFactory<AnswerableDb> databases, Guid file) : Stream
{
    private byte[] _piece = [];
    private int _at;
    private int _next;
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _piece.Length && !Next())
            return 0;
        var read = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, read).CopyTo(buffer);
        (_at, _position) = (_at + read, _position + read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        using var db = databases.CreateDbContext();
        var number = _next++;
        var piece = db.Set<PieceRow>().Where(row => row.File == file && row.Number == number).Select(row => row.Bytes).FirstOrDefault();
        (_piece, _at) = (piece ?? [], 0);
        return piece is not null;
    }
}

/// <summary>A file written to the database as it comes in, a piece after another, each in a transaction of its own: the desks go between.</summary>
internal sealed class PiecesWritten(Writer writer, TimeProvider time, Guid file) : Stream
{
    private const int Piece = 1 << 17;
    private readonly MemoryStream _piece = new(Piece);
    private int _number;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, Piece - (int)_piece.Length);
            _piece.Write(buffer.Span[..taken]);
            buffer = buffer[taken..];
            if (_piece.Length == Piece)
                await KeepAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Keeps what is left once the file is whole.</summary>
    public Task FinishAsync(CancellationToken stop) => _piece.Length > 0 || _number == 0 ? KeepAsync(stop) : Task.CompletedTask;

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _piece.Dispose();
        base.Dispose(disposing);
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        var row = new PieceRow { File = file, Number = _number++, At = time.GetUtcNow(), Bytes = _piece.ToArray() };
        _piece.SetLength(0);
        var begun = time.GetTimestamp();
        await writer.AppendAsync([], (db, _) =>
        {
            db.Add(row);
            return Task.CompletedTask;
        }, [], stop);
        await writer.GiveWayAsync(time.GetElapsedTime(begun), stop);
    }
}
