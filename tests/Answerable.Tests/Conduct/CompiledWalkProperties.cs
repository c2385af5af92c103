using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Tests.Conduct.Plain;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Conduct;

/// <summary>The compiled interpreter beside that of 0.1.0, which read the chart anew at each move: the same moves come to the same.</summary>
public sealed class CompiledWalkProperties
{
    [Fact]
    public void A_walk_in_hand_comes_to_the_same_facts_refusals_and_standing_as_one_read_anew_at_each_move() => Everywhere(Same);

    [Fact]
    public void Without_minutes_it_comes_to_the_same_standing() => Everywhere((walk, inHand, move, _) =>
    {
        var without = Interpreter.Take(inHand, move, walk.Standing, walk.Now);
        return without.Refusals.SequenceEqual(PlainInterpreter.Take(walk.Chart, walk.Walk, move, walk.Standing, walk.Now).Refusals);
    });

    private static bool Same(WalkThrough walk, WalkState inHand, Move move, Minutes minutes)
    {
        var plain = PlainInterpreter.Take(walk.Chart, walk.Walk, move, walk.Standing, walk.Now);
        var anew = Interpreter.Take(walk.Chart, walk.Walk, move, walk.Standing, walk.Now);
        minutes.Clear();
        var taken = Interpreter.Take(inHand, move, walk.Standing, walk.Now, minutes);
        return taken.Refusals.SequenceEqual(plain.Refusals)
            && anew.Refusals.SequenceEqual(plain.Refusals)
            && (!plain.Allowed
                || (Told(minutes.Facts, minutes.Commands) == Told(plain.Value.Facts, plain.Value.Commands)
                    && Told(anew.Value.Facts, anew.Value.Commands) == Told(plain.Value.Facts, plain.Value.Commands)
                    && WalkJson.Write(anew.Value.Walk) == WalkJson.Write(plain.Value.Walk)));
    }

    private static bool Stands(Walk walk, WalkState inHand) =>
        (inHand.At, inHand.Turn, inHand.Held, inHand.Left, inHand.Agent, inHand.Customer, inHand.Waiting, inHand.Ending, inHand.AtStart)
        == (walk.At, walk.Turn, walk.Held, walk.Left, walk.Agent, walk.Customer, walk.Waiting, walk.End?.Ending, walk.Trail.Count == 0);

    private static string Told(IReadOnlyList<WalkFact> facts, IReadOnlyList<Command> commands) =>
        string.Join('\n', facts.Select(fact => FactCatalogue.Name(fact) + FactCatalogue.Write(fact))
            .Concat(commands.Select(command => command.ToString())));

    private static void Everywhere(Func<WalkThrough, WalkState, Move, Minutes, bool> holds) =>
        Check.One(Tries.Of(2000), Prop.ForAll(RandomWalks.Any, script =>
        {
            var walk = new WalkThrough(script.Chart, script.Role, RandomWalks.Matrix, RandomWalks.Kinds);
            var inHand = WalkState.Of(CompiledChart.Of(script.Chart), walk.Walk);
            var (minutes, who) = (new Minutes(), walk.Decider);
            foreach (var played in script.Moves)
            {
                walk.After(played.Seconds);
                // Now and then somebody else comes to the desk, with another's authority.
                walk.Decider = played.Detail % 23 == 0 ? new(Authority.Limits.Person(2), Roles.Line[played.Pence % 4]) : who;
                var move = RandomWalks.Of(played, walk);
                if (!holds(walk, inHand, move, minutes))
                    return false;
                var taken = walk.Take(move);
                if (!Stands(walk.Walk, inHand))
                    return false;
                if (taken.Allowed)
                    walk.Count(taken.Value);
            }
            return true;
        }));
}
