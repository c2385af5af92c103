namespace Answerable.Analysis.Planning.Erlang;

/// <summary>What becomes of a contact that finds every agent busy.</summary>
public enum QueueFamily
{
    /// <summary>It is turned away (M/M/n/n).</summary>
    B,

    /// <summary>It waits for ever (M/M/n).</summary>
    C,

    /// <summary>It waits until an exponential patience runs out (M/M/n+M).</summary>
    A,

    /// <summary>It waits if a line is free, else is turned away; its patience may run out (M/M/n/K, M/M/n/K+M).</summary>
    K,

    /// <summary>It waits a fixed time, then leaves (M/M/n+D).</summary>
    D,
}
