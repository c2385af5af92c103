namespace Answerable.App.Storage;

/// <summary>
/// The master key that a sealed archive brings along. It lies beside its place, as a mark that a restore is under way, until the database is whole;
/// then it is put there, and the mark goes when the database is there too.
/// </summary>
internal sealed class RestoredKey : IDisposable
{
    private readonly KeyPlace _place;
    private readonly IReadOnlyList<byte[]> _keys;
    private bool _put;

    private RestoredKey(KeyPlace place, IReadOnlyList<byte[]> keys)
    {
        (_place, _keys, Master) = (place, keys, new MasterKey(place.Holding(keys)));
        Folder.ToHold(place.File);
        using var stream = OwnFile.Create(Mark);
        KeyPlace.Put(stream, keys);
    }

    /// <summary>By which the archive's rows are opened.</summary>
    public MasterKey Master { get; }

    private string Mark => _place.File + RestoreLeft.Ending;

    /// <summary>Null where a key stands at the place: then that is to be the archive's own.</summary>
    public static RestoredKey? Of(KeyPlace place, IReadOnlyList<byte[]> keys) => place.Read().Count > 0 ? null : keys.Count > 0
        ? new RestoredKey(place, keys)
        : throw new KeyFault($"This backup holds no master key: put the key file of its centre at {place.File} first, or name it with "
            + "--key-file or ANSWERABLE_KEY_FILE, or give the key in ANSWERABLE_KEY.");

    public void Put()
    {
        _place.Write(_keys, over: false);
        _put = true;
    }

    /// <summary>The database is there.</summary>
    public void Keep() => _put = false;

    /// <summary>Left lying it would be taken for the key of whatever is restored there next.</summary>
    public void Dispose()
    {
        if (_put)
            _place.TakeAway();
        File.Delete(Mark);
    }
}
