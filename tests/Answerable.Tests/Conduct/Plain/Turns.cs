using Answerable.Model;
using Answerable.Model.Conduct;
namespace Answerable.Tests.Conduct.Plain;


internal static class Turns
{
    /// <summary>The walk is always the fold of the facts, so the journal can make it again.</summary>
    public static Turn Of(Walk walk, DateTimeOffset at, IReadOnlyList<WalkFact> facts, params IReadOnlyList<Command> commands) =>
        new(facts.Aggregate(walk, (so, fact) => WalkFold.Apply(so, walk.Id, fact, at)), facts, commands);
}
