using System.Diagnostics;
using System.Globalization;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Tests.Conduct.Plain;

namespace Answerable.Benchmarks.Conduct;

/// <summary>
/// How many walks of twelve steps one core leads a second: in hand, with and without facts, beside the interpreter of 0.1.0 in the same
/// run.
/// </summary>
internal static class WalkBench
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Agent = PersonId.From(Guid.Parse("00000000-0000-0000-0001-000000000001"));

    /// <summary>Nine steps, one of which decides an amount, three questions, and the outcome: twelve moves and the finish.</summary>
    private static readonly Chart Chart = new(
    [
        .. Enumerable.Range(1, 12).Select(number => Node(number)),
        new Ending("n13", "Settled", Resolved: true),
    ])
    { KeysGiven = 13 };

    private static readonly Standing Standing = new(
        new Decider(Agent, Role.Agent), new Matrix([new Limit(Guid.Empty, "goodwill", Role.Agent, null,
            Start.AddYears(-1), null) { PerContactPence = 5000, PerCasePence = 5000 }]),
        [new DecisionKind("goodwill", "Goodwill", Money: true)], [], default);

    private static readonly Move[] Moves = [.. Enumerable.Range(1, 12).Select(MoveAt), new Move.Finish()];

    public static void Run(TextWriter to)
    {
        var plain = Timed(30_000, Plain);
        Say(to, "interpreter of 0.1.0, walk made anew at each move", plain, null);
        Say(to, "interpreter, walk made anew at each move", Timed(60_000, Anew), plain);
        Say(to, "walk in hand, facts on (aim 200,000)", Timed(400_000, InHand(new Minutes())), plain);
        Say(to, "walk in hand, facts off (aim 1,000,000)", Timed(2_000_000, InHand(null)), plain);
    }

    private static void Say(TextWriter to, string what, Timing timing, Timing? beside) => to.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what}: {timing.PerSecond:N0} walks of 12 steps/s, {timing.BytesEach:N0} bytes each{Times(timing, beside)}"));

    private static string Times(Timing timing, Timing? beside) =>
        beside is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({timing.PerSecond / beside.PerSecond:0.0} times as many)");

    // Processor seconds of this one thread, best of five after a warm-up: the machine may be shared.
    private static Timing Timed(int walks, Action<int> lead)
    {
        lead(walks / 10);
        return Enumerable.Range(0, 5).Select(_ =>
        {
            var (processor, bytes) = (Environment.CpuUsage.UserTime, GC.GetAllocatedBytesForCurrentThread());
            lead(walks);
            var seconds = (Environment.CpuUsage.UserTime - processor).TotalSeconds;
            return new Timing(walks / seconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)walks);
        }).MaxBy(timing => timing.PerSecond)!;
    }

    private static void Plain(int walks) => ByRecords(walks, PlainInterpreter.Take);

    private static void Anew(int walks) => ByRecords(walks, Interpreter.Take);

    private static void ByRecords(int walks, Func<Chart, Walk, Move, Standing, DateTimeOffset, Outcome<Turn>> take)
    {
        for (var number = 0; number < walks; number++)
        {
            var walk = Interpreter.Begin(Chart, default, default, default, null, default, 1, Agent, [], Start).Value.Walk;
            for (var move = 0; move < Moves.Length; move++)
                walk = take(Chart, walk, Moves[move], Standing, Start.AddSeconds(20 * move)).Value.Walk;
            Reached(walk.End is not null);
        }
    }

    private static Action<int> InHand(Minutes? minutes)
    {
        var walk = new WalkState(CompiledChart.Of(Chart));
        var begun = new WalkBegun(default, default, null, default, 1, "n1", Agent, []);
        return walks =>
        {
            for (var number = 0; number < walks; number++)
            {
                minutes?.Clear();
                Interpreter.Begin(walk, begun, default, Start, minutes);
                for (var move = 0; move < Moves.Length; move++)
                    Interpreter.Take(walk, Moves[move], Standing, Start.AddSeconds(20 * move), minutes);
                Reached(walk.Ending is not null);
            }
        };
    }

    private static void Reached(bool ended)
    {
        if (!ended)
            throw new UnreachableException("A walk of the bench reached no outcome.");
    }

    private static Node Node(int number) => (number % 4) switch
    {
        0 => new Decision($"n{number}", $"Question {number}") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n13")] },
        3 when number == 7 => new Step($"n{number}", "Give goodwill")
        {
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
        },
        _ => new Step($"n{number}", $"Step {number}")
        {
            Fields = number == 1 ? [new Field("account", "Account", FieldType.Text, Required: true)] : [],
        },
    };

    private static Move MoveAt(int number) => Node(number) switch
    {
        Step step => new Move.Do(step.Key, [.. step.Fields.Select(field => new Noted(field.Name, "1250"))]),
        var decision => new Move.Choose(decision.Key, "a1"),
    };

    private sealed record Timing(double PerSecond, double BytesEach);
}
