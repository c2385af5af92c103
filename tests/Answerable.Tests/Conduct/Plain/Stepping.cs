using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Conduct.Plain;

/// <summary>The moves along the chart: doing, answering, leaving out, going back.</summary>
internal static class Stepping
{
    public static Outcome<Turn> Do(Chart chart, Walk walk, Move.Do move, Standing standing, DateTimeOffset at) =>
        Here<Step>(chart, walk, move.Node, standing).Then<Turn>(step =>
        {
            var refusals = Lacking(step, move);
            if (refusals.Count > 0)
                return refusals;
            return Deciding.Of(walk, step, move.Noted, standing, at) switch
            {
                Deciding.Over over => Referring.OverLimit(walk, step, move, over, standing, at),
                var decided => Done(chart, walk, step, move, decided, standing, at),
            };
        });

    public static Outcome<Turn> Choose(Chart chart, Walk walk, Move.Choose move, Standing standing, DateTimeOffset at) =>
        Here<Decision>(chart, walk, move.Node, standing).Then<Turn>(decision =>
        {
            if (decision.Answers.FirstOrDefault(answer => answer.Key == move.Answer) is not { } answer)
                return new Refusal("walk.unknown-answer", "Choose one of the answers.", "answer");
            if ((answer.Next ?? chart.Below(decision)) is not { } to)
                return NoWayOn();
            return Turns.Of(walk, at,
                [.. Referring.Dropping(walk, standing), new DecisionAnswered(decision.Key, answer.Key, answer.Label, walk.SpentMs(at),
                    standing.By, to)],
                [.. Referring.Closing(walk, "The agent went on.")]);
        });

    public static Outcome<Turn> Skip(Chart chart, Walk walk, Move.Skip move, Standing standing, DateTimeOffset at) =>
        Here<Step>(chart, walk, move.Node, standing).Then<Turn>(step =>
        {
            if (NotSkippable(walk, step, move) is { } refusal)
                return refusal;
            if (NextOf(chart, step) is not { } to)
                return NoWayOn();
            IReadOnlyList<Command> retracting = walk.Reopened.Contains(step.Key) && step.Authority is not null
                ? [new Command.RetractDecision(step.Key)] : [];
            return Turns.Of(walk, at,
                [.. Referring.Dropping(walk, standing), new StepSkipped(step.Key, move.Reason, move.Words, walk.SpentMs(at), standing.By, to)],
                [.. Referring.Closing(walk, "The step was left out."), .. retracting]);
        });

    public static Outcome<Turn> GoBack(Walk walk, Move.GoBack move, Standing standing, DateTimeOffset at)
    {
        if (move.Node != walk.At)
            return MovedOn();
        if (walk.Trail.Count == 0)
            return new Refusal("walk.at-start", "This is the first step; there is nothing to go back to.");
        return Turns.Of(walk, at,
            [.. Referring.Dropping(walk, standing), new WentBack(walk.At, walk.Trail[^1].Node, walk.SpentMs(at), standing.By)],
            [.. Referring.Closing(walk, "The agent went back.")]);
    }

    private static Outcome<Turn> Done(Chart chart, Walk walk, Step step, Move.Do move, Deciding.Verdict decided, Standing standing, DateTimeOffset at)
    {
        if (NextOf(chart, step) is not { } to)
            return NoWayOn();
        var noted = move.Noted.Where(one => !one.Empty || walk.Known.ContainsKey(one.Field)).ToArray();
        var replaces = walk.Reopened.Contains(step.Key);
        var commands = new List<Command>(Referring.Closing(walk, "The agent went on."));
        var under = (decided as Deciding.Taken)?.Under;
        if (decided is Deciding.Taken taken)
            commands.Add(new Command.TakeDecision(step.Key, taken.Kind, taken.Pence, taken.LimitId, taken.Under, taken.Why, replaces));
        else if (replaces && step.Authority is not null)
            commands.Add(new Command.RetractDecision(step.Key));
        return Turns.Of(walk, at,
            [.. Referring.Dropping(walk, standing), new StepDone(step.Key, walk.SpentMs(at), standing.By, noted, move.Said, to, under)],
            commands);
    }

    private static List<Refusal> Lacking(Step step, Move.Do move)
    {
        var refusals = new List<Refusal>();
        foreach (var field in step.Fields.Where(field => field.Required))
            if (!move.Noted.Any(noted => noted.Field == field.Name && !noted.Empty))
                refusals.Add(new Refusal("field.needed", $"{field.Label} is needed.", field.Name));
        foreach (var noted in move.Noted.Where(noted => step.Fields.All(field => field.Name != noted.Field)))
            refusals.Add(new Refusal("field.unknown", $"This step has no field {noted.Field}."));
        if (FieldReading.Unsaid(step, move.Said) is { } unsaid)
            refusals.Add(unsaid);
        return refusals;
    }

    private static Refusal? NotSkippable(Walk walk, Step step, Move.Skip move)
    {
        if (walk.Refused.Contains(step.Key))
            return null;
        if (step.Strictness == Strictness.Strict)
            return new Refusal("walk.strict-step",
                $"This step is always done. {(step.Guideline.Why.Length > 0 ? step.Guideline.Why + " " : "")}"
                + "If it cannot be done, refer the contact: it goes on with somebody else.");
        if (step.Strictness == Strictness.Advised && move.Reason == SkipReason.NotSaid)
            return new Refusal("walk.reason-needed", "Say why the step is left out.", "skipReason");
        return move.Reason == SkipReason.Other && move.Words is null
            ? new Refusal("walk.reason-needed", "Say in a few words why the step is left out.", "skipWords")
            : null;
    }

    private static Outcome<TNode> Here<TNode>(Chart chart, Walk walk, string node, Standing standing) where TNode : Node
    {
        if (walk.At != node || chart.Find(node) is not TNode here)
            return MovedOn();
        return Lane.Beyond(here, standing.Decider.Role) is { } needed ? Lane.Refusal(needed) : here;
    }

    private static string? NextOf(Chart chart, Step step) => step.Next ?? chart.Below(step);

    private static Refusal MovedOn() => new("walk.moved-on", "This contact has moved on since the page was opened; here it is as it stands now.");

    private static Refusal NoWayOn() => new("walk.no-way-on", "The procedure leads nowhere from here. Refer the contact, or close it and say why.");
}
