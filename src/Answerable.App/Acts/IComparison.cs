using Answerable.App.Storage;

namespace Answerable.App.Acts;

/// <summary>Rows a module keeps, held against what the journal tells of them: whoever changes rows by hand leaves the journal as it was.</summary>
internal interface IComparison
{
    /// <summary>What is compared, such as "limits".</summary>
    string Of { get; }

    /// <summary>The tables it looks at, by their rows.</summary>
    IReadOnlyList<Type> Looked { get; }

    /// <summary>Each difference in a sentence.</summary>
    IAsyncEnumerable<string> DifferencesAsync(Comparing at, CancellationToken stop);
}

/// <summary>A comparison under way.</summary>
/// <param name="chain">The journal's own key, under which what stands outside of it is sealed.</param>
internal sealed class Comparing(AnswerableDb db, ChainKey chain)
{
    private readonly SortedDictionary<string, int> _open = new(StringComparer.Ordinal);

    public AnswerableDb Db => db;
    public ChainKey Chain => chain;

    /// <summary>Nothing can be said of some rows: neither that they are as they were told, nor that they are not.</summary>
    /// <param name="what">As it reads before a colon and a number.</param>
    public void LeaveOpen(string what, int times = 1) => _open[what] = _open.GetValueOrDefault(what) + times;

    public IReadOnlyList<string> LeftOpen => [.. _open.Where(pair => pair.Value > 0).Select(pair => $"{pair.Key}: {pair.Value}.")];
}
