using Answerable.App.Storage;

namespace Answerable.App.Acts;

/// <summary>Rows a module keeps, held against what the journal tells of them: whoever changes rows by hand leaves the journal as it was.</summary>
internal interface IComparison
{
    /// <summary>What is compared, such as "limits".</summary>
    string Of { get; }

    /// <summary>Each difference in a sentence.</summary>
    IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, CancellationToken stop);
}
