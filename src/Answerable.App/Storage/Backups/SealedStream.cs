using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Answerable.App.Storage;

/// <summary>
/// A stream sealed piece by piece under a key (AES-256-GCM). Each piece is bound to its place, and the last says that it is: one missing, exchanged
/// or cut off does not open.
/// </summary>
internal static class SealedStream
{
    private const int Piece = 1 << 16;

    public sealed class Writing(Stream to, byte[] key) : Stream
    {
        private readonly byte[] _piece = new byte[Piece];
        private int _filled;
        private long _place;

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (buffer.Length > 0)
            {
                if (_filled == Piece)
                    Put(last: false);
                var part = Math.Min(buffer.Length, Piece - _filled);
                buffer[..part].CopyTo(_piece.AsSpan(_filled));
                _filled += part;
                buffer = buffer[part..];
            }
        }

        public void End() => Put(last: true);

        private void Put(bool last)
        {
            var made = Sealed.Seal(key, Purpose(_place++, last), _piece.AsSpan(0, _filled));
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, made.Length);
            to.Write(length);
            to.Write(made);
            _filled = 0;
        }

        public override void Flush() => to.Flush();
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }

    public sealed class Reading(Stream from, byte[] key) : Stream
    {
        private byte[] _piece = [];
        private int _taken;
        private long _place;
        private bool _last;

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (_taken == _piece.Length && !_last)
                Next();
            var part = Math.Min(count, _piece.Length - _taken);
            _piece.AsSpan(_taken, part).CopyTo(buffer.AsSpan(offset));
            _taken += part;
            return part;
        }

        private void Next()
        {
            Span<byte> length = stackalloc byte[4];
            from.ReadExactly(length);
            var size = BinaryPrimitives.ReadInt32LittleEndian(length);
            if (size is < Sealed.Overhead or > Piece + Sealed.Overhead)
                throw new CryptographicException("Not a piece of a sealed stream.");
            var made = new byte[size];
            from.ReadExactly(made);
            try
            {
                _piece = Sealed.Open(key, Purpose(_place, last: false), made);
            }
            catch (CryptographicException)
            {
                _piece = Sealed.Open(key, Purpose(_place, last: true), made);
                _last = true;
            }
            (_taken, _place) = (0, _place + 1);
        }

        public override void Flush()
        {
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private static string Purpose(long place, bool last) => $"piece {place}{(last ? ", the last" : "")}";
}
