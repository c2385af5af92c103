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
}

/// <param name="Reference">As it was kept; nothing where it can no longer be read.</param>
internal sealed record Erased(CustomerId Customer, string? Reference);

/// <summary>Done once the key is destroyed and the reference is looked up no more.</summary>
internal delegate Task Parting(ActContext context, CancellationToken stop);
