using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Answerable.App.Storage;

/// <summary>Which lane of the writer's line.</summary>
internal enum Lane
{
    /// <summary>Somebody waits for it at a screen.</summary>
    Desk,

    /// <summary>Deliveries, imports, sums: much at once, and nobody looks at one of them.</summary>
    Bulk,
}

/// <summary>Those who wait for the writer: the desk's lane is always taken from first.</summary>
internal sealed class Line
{
    private const int MostInALane = 16_384;
    private readonly Channel<Errand> _desk = Channel.CreateBounded<Errand>(new BoundedChannelOptions(MostInALane) { SingleReader = true });
    private readonly Channel<Errand> _bulk = Channel.CreateBounded<Errand>(new BoundedChannelOptions(MostInALane) { SingleReader = true });
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(1);

    private bool Waits => _desk.Reader.Count > 0 || _bulk.Reader.Count > 0;

    public async Task JoinAsync(Errand errand, Lane lane, CancellationToken stop)
    {
        await (lane == Lane.Desk ? _desk : _bulk).Writer.WriteAsync(errand, stop);
        _bell.Writer.TryWrite(true);
    }

    /// <summary>Returns once somebody waits; false when nobody will any more.</summary>
    public async Task<bool> AnyAsync()
    {
        while (!Waits)
        {
            if (!await _bell.Reader.WaitToReadAsync())
                return Waits;
            _bell.Reader.TryRead(out _);
        }
        return true;
    }

    public bool TryTake([NotNullWhen(true)] out Errand? errand, out Lane lane)
    {
        lane = Lane.Desk;
        if (_desk.Reader.TryRead(out errand))
            return true;
        lane = Lane.Bulk;
        return TryTakeBulk(out errand);
    }

    public bool TryTakeBulk([NotNullWhen(true)] out Errand? errand) => _bulk.Reader.TryRead(out errand);

    /// <summary>Lets nobody join any more; those who wait are still served.</summary>
    public void Close()
    {
        _desk.Writer.TryComplete();
        _bulk.Writer.TryComplete();
        _bell.Writer.TryComplete();
    }
}
