using Answerable.App.Import.Profiles;

namespace Answerable.App.Import;

/// <summary>What was repaired so far, and the first thing that cannot be.</summary>
internal sealed class Doubts
{
    public string? Fault { get; set; }

    /// <summary>Of which words nobody said what the row's mean, where that is the fault.</summary>
    public Wording? Unsaid { get; set; }
    public List<string> Repairs { get; } = [];
    public HashSet<Noticed> Noticed { get; } = [];
    public HashSet<Lasts> Unfit { get; } = [];

    public T Settle<T>(Taken<T> taken)
    {
        Fault ??= taken.Fault;
        if (taken.Noticed is { } noticed)
            Noticed.Add(noticed);
        if (taken.Repair is not null && !Repairs.Contains(taken.Repair))
            Repairs.Add(taken.Repair);
        return taken.Value;
    }
}
