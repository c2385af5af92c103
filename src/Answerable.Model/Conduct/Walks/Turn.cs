namespace Answerable.Model.Conduct;

/// <summary>What a move came to: the walk as it now stands, the facts that made it so, and what is to be done outside it.</summary>
public sealed record Turn(Walk Walk, IReadOnlyList<WalkFact> Facts, IReadOnlyList<Command> Commands)
{
    /// <summary>The walk is always the fold of the facts, so the journal can make it again.</summary>
    internal static Turn Of(Walk walk, DateTimeOffset at, IReadOnlyList<WalkFact> facts, params IReadOnlyList<Command> commands)
    {
        var so = walk;
        for (var place = 0; place < facts.Count; place++)
            so = WalkFold.Apply(so, walk.Id, facts[place], at);
        return new Turn(so, facts, commands);
    }
}
