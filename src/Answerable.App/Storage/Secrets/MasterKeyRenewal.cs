namespace Answerable.App.Storage;

/// <summary>
/// Exchanges the master key. The old one stays beside the new until everything is wrapped anew, so that it may be broken off at any point and done
/// again.
/// </summary>
public sealed class MasterKeyRenewal
{
    private readonly Dialect _dialect;
    private readonly MasterKey _master;
    private readonly Wrapping _wrapping;

    internal MasterKeyRenewal(Dialect dialect, MasterKey master, Wrapping wrapping) => (_dialect, _master, _wrapping) = (dialect, master, wrapping);

    /// <summary>How many secrets were wrapped anew.</summary>
    public async Task<long> RunAsync(CancellationToken stop)
    {
        if (await _dialect.IsOpenElsewhereAsync(stop))
            throw new IOException("The database is in use: stop the servers on it first, for they know the old key only.");
        if (_master.Place.IsGiven && _master.Count == 1)
            throw new KeyFault("The master key is given in ANSWERABLE_KEY: put a new one before it there, with a comma, and ask again.");
        if (!_master.Place.IsGiven && _master.Count == 1)
            _master.Renew();
        var wrapped = await _wrapping.RenewAsync(stop);
        if (!_master.Place.IsGiven)
            _master.DropOld();
        return wrapped;
    }
}
