namespace Answerable.App.Measures;

/// <summary>How much of the measures is held in memory at most, all families together; what is older is read from storage when it is asked
/// for.</summary>
public sealed record MeasuresMemory(long Bytes)
{
    /// <summary>A quarter of what the process may use: 6 GiB on a machine of 24.</summary>
    public static MeasuresMemory Usual => new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    public MeasuresMemory Shared(int families) => new(Bytes / Math.Max(1, families));
}
