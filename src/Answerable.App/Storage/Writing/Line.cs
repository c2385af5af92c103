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

/// <summary>Those who wait for the writer, each in its lane.</summary>
internal sealed class Line
{
    private const int MostInALane = 16_384;
    private readonly Channel<Errand> _desk = Channel.CreateBounded<Errand>(new BoundedChannelOptions(MostInALane) { SingleReader = true });
    private readonly Channel<Errand> _bulk = Channel.CreateBounded<Errand>(new BoundedChannelOptions(MostInALane) { SingleReader = true });
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(1);
    private Lane _last = Lane.Bulk;

    public bool DeskWaits => _desk.Reader.Count > 0;

    public int Length => _desk.Reader.Count + _bulk.Reader.Count;

    private bool BulkWaits => _bulk.Reader.Count > 0;

    private bool Waits => DeskWaits || BulkWaits;

    public async Task JoinAsync(Errand errand, Lane lane, CancellationToken stop)
    {
        await Of(lane).Writer.WriteAsync(errand, stop);
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

    /// <summary>Whose turn it is: the desk's, but after it the bulk's if any waits, so that the bulk is slowed and never starved.</summary>
    public Lane Turn() => _last = DeskWaits && (_last == Lane.Bulk || !BulkWaits) ? Lane.Desk : Lane.Bulk;

    public bool TryTake(Lane lane, [NotNullWhen(true)] out Errand? errand) => Of(lane).Reader.TryRead(out errand);

    private Channel<Errand> Of(Lane lane) => lane == Lane.Desk ? _desk : _bulk;

    /// <summary>Lets nobody join any more; those who wait are still served.</summary>
    public void Close()
    {
        _desk.Writer.TryComplete();
        _bulk.Writer.TryComplete();
        _bell.Writer.TryComplete();
    }
}
