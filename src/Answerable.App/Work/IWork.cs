using Answerable.App.Acts;
using Answerable.Model;

namespace Answerable.App.Work;

/// <summary>
/// What is to be done once an act has been committed, with its particulars: it is kept as JSON in the act's own transaction.
/// Its performer is nested in it. It may be done twice, where a server was killed just before it could say so.
/// </summary>
internal interface IWork;

internal interface IPerform<in TWork> where TWork : IWork
{
    /// <returns>A refusal is the end of it, and its sentence is kept; what is thrown is tried again later.</returns>
    Task<Outcome<Done>> PerformAsync(TWork work, WorkInHand hand, CancellationToken stop);
}

/// <summary>Long work takes turns, so that it never starves the pages; short work does not wait for it.</summary>
internal enum Track
{
    Short,
    Long,
}

/// <summary>The name under which work is kept: it stays, whatever becomes of the type's.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WorkNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
    public Track Track { get; init; }

    /// <summary>How often it is begun before it is given up.</summary>
    public int MostAttempts { get; init; } = 8;
}
