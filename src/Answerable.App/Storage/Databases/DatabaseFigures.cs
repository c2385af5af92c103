namespace Answerable.App.Storage;

/// <summary>How a database stands with the machine it lies on.</summary>
/// <param name="DiskLeft">Null where that cannot be seen from here.</param>
/// <param name="Clock">Its own clock; null where it is this machine's.</param>
internal sealed record DatabaseFigures(string Kind, long Bytes, long? DiskLeft, DateTimeOffset? Clock);
