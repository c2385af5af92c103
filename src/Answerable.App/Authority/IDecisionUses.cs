using Answerable.App.Storage;
using Answerable.Model.Authority;

namespace Answerable.App.Authority;

/// <summary>What the centre works by that demands decisions. Authority asks them all and knows none.</summary>
internal interface IDecisionUses
{
    /// <param name="matrix">The limits it is asked about: as they stand, or as they would.</param>
    Task<IEnumerable<DecisionUse>> OfAsync(AnswerableDb db, Matrix matrix, DateTimeOffset at, CancellationToken stop);
}

/// <summary>Something in force, or soon to be, in which a kind of decision is made.</summary>
/// <param name="Stuck">Where in it a decision would find nobody who may make it, by the limits asked about.</param>
public sealed record DecisionUse(string Kind, string Name, string Url, IReadOnlyList<string> Stuck);
