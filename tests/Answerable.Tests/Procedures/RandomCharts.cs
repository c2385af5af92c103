using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures;

/// <summary>Charts of any shape, sound or not, and edits of any kind, fitting or not.</summary>
internal static class RandomCharts
{
    public static readonly Arbitrary<Chart> Any = Charts(40).ToArbitrary();
    public static readonly Arbitrary<Chart> Large = Charts(100).ToArbitrary();
    public static readonly Arbitrary<ChartEdit[]> Edits = Edit().ArrayOf(30).ToArbitrary();

    private static Gen<Chart> Charts(int most) =>
        from count in Gen.Choose(1, most)
        from nodes in Gen.CollectToList(Enumerable.Range(1, count), number => Node($"n{number}", count))
        select new Chart(nodes) { KeysGiven = count };

    private static Gen<Node> Node(string key, int count) =>
        from who in Gen.Elements<Role>(Roles.Line)
        from kind in Gen.Frequency((5, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)))
        from ways in Way(count).ArrayOf(5)
        from answers in Gen.Choose(0, 5)
        from words in Gen.Choose(1, 14)
        select Make(key, Title(words), who, kind, ways[..answers], ways[^1]);

    private static Node Make(string key, string title, Role who, int kind, string?[] ways, string? next) => kind switch
    {
        0 => new Step(key, title, who, next),
        1 => new Decision(key, title, who)
        { Question = title, Answers = [.. ways.Select((way, place) => new Answer($"a{place + 1}", Title(place), way))] },
        _ => new Ending(key, title, Resolved: true, who),
    };

    private static Gen<string?> Way(int count) => Gen.Frequency(
        (3, Gen.Constant<string?>(null)),
        (4, Gen.Choose(1, count).Select(number => (string?)$"n{number}")));

    private static string Title(int words) =>
        string.Join(' ', Enumerable.Range(0, words + 1).Select(word => (word % 3) switch { 0 => "Ask", 1 => "whether", _ => "it is" }));

    private static Gen<ChartEdit> Edit()
    {
        var key = Gen.Choose(0, 20).Select(number => $"n{number}");
        var insert = from kind in Gen.Elements(NodeKind.Step, NodeKind.Decision, NodeKind.Ending)
                     from after in key
                     from top in Gen.Elements(true, false, false)
                     select (ChartEdit)new InsertNode(kind, $"New {kind}", top ? null : after);
        var move = from moved in key from to in Gen.Choose(0, 25) select (ChartEdit)new MoveNode(moved, to);
        var remove = key.Select(removed => (ChartEdit)new RemoveNode(removed));
        var change = from changed in Gen.Choose(1, 20) from node in Node($"n{changed}", 20) select (ChartEdit)new ChangeNode(node);
        return Gen.Frequency((4, insert), (3, move), (3, remove), (3, change));
    }
}
