namespace Answerable.Simulation.Streams;

/// <summary>
/// All the chance of a study, from one seed: a stream for every purpose and replication, found by name, so that adding a
/// purpose or running replications in another order or on more threads changes no other stream.
/// </summary>
/// <param name="Seed">The study's seed.</param>
public readonly record struct StreamSource(long Seed)
{
    /// <summary>
    /// The stream of one purpose in one replication. The state is the seed, the purpose's name and the replication hashed
    /// (FNV-1a over the name, then SplitMix64, as xoshiro's authors advise for seeding). The same three give the same stream.
    /// </summary>
    public RandomStream Stream(string purpose, int replication)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        unchecked
        {
            var state = Mix((ulong)Seed);
            state = Mix(state ^ Hash(purpose));
            state = Mix(state ^ ((ulong)replication * 0xd1342543de82ef95));
            return new RandomStream(Split(ref state), Split(ref state), Split(ref state), Split(ref state) | 1);
        }
    }

    private static ulong Hash(string text)
    {
        var hash = 0xcbf29ce484222325;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 0x100000001b3);
        return hash;
    }

    private static ulong Split(ref ulong state)
    {
        state = unchecked(state + 0x9e3779b97f4a7c15);
        return Mix(state);
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return z ^ (z >> 31);
        }
    }
}
