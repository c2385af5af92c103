using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;

namespace Answerable.App.Privacy;

/// <summary>What a module holds of customers that is not under their key, or goes on with them after they were erased.</summary>
internal interface IEraseToo
{
    /// <summary>The tables in which it then deletes or writes over what could tell of them: the database's files are rid of it too.</summary>
    IReadOnlyList<string> Rewrites { get; }

    /// <summary>Looks for it beside the writer, as long as that takes; what is then done with it inside.</summary>
    Task<Outcome<Parting>> FindAsync(AnswerableDb db, Erased erased, CancellationToken stop);

    /// <summary>Contacts of theirs that somebody has in hand right now.</summary>
    Task<IReadOnlyList<ContactId>> InHandAsync(AnswerableDb db, CustomerId customer, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ContactId>>([]);
}

/// <param name="Reference">As it was kept; nothing where it can no longer be read.</param>
internal sealed record Erased(CustomerId Customer, string? Reference);

/// <param name="DoAsync">Done once the key is destroyed and the reference is looked up no more.</param>
internal sealed record Parting(Func<ActContext, CancellationToken, Task> DoAsync)
{
    /// <summary>Which files it puts away.</summary>
    public IReadOnlyList<FilePutAway> Files { get; init; } = [];
}

/// <summary>A file that names a customer who is erased.</summary>
/// <param name="Read">How many of its rows had been brought in.</param>
/// <param name="Left">How many had not; nothing where nobody has said yet how it falls into rows.</param>
/// <param name="Path">Where it still lies, for it is its user's own, whom the command line read it for; nothing where it is gone.</param>
public sealed record FilePutAway(ImportId Import, string File, long Read, long? Left, string? Path = null);
