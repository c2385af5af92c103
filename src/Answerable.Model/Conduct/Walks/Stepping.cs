using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>The moves along the chart: doing, answering, leaving out, going back.</summary>
internal static class Stepping
{
    public static Outcome<Done> Do(WalkState walk, Move.Do move, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        if (walk.Place is not { Step: { } step } place || place.Key != move.Node)
            return MovedOn();
        if (place.Needed > standing.Decider.Role)
            return Lane.Refusal(place.Needed);
        if (Lacking(step, move) is { } refusals)
            return refusals;
        if (Deciding.Wanting(walk, step, move.Noted, standing, at) is { } wanting)
            return wanting;
        var verdict = Deciding.Of(walk, step, move.Noted, standing, at);
        return verdict.Over is { } over
            ? Referring.OverLimit(walk, place, move, over, standing, at, minutes)
            : DoIt(walk, place, move, verdict, standing, at, minutes);
    }

    public static Outcome<Done> Choose(WalkState walk, Move.Choose move, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        if (walk.Place is not { Decision: { } decision } place || place.Key != move.Node)
            return MovedOn();
        if (place.Needed > standing.Decider.Role)
            return Lane.Refusal(place.Needed);
        var chosen = 0;
        while (chosen < decision.Answers.Count && decision.Answers[chosen].Key != move.Answer)
            chosen++;
        if (chosen == decision.Answers.Count)
            return new Refusal("walk.unknown-answer", "Choose one of the answers.", "answer");
        var to = place.Ways[chosen];
        if (to == CompiledChart.Nowhere)
            return NoWayOn();
        // No question waits here: it is asked at a step, and whatever leads away from that step drops it.
        minutes?.Write(new DecisionAnswered(place.Key, move.Answer, decision.Answers[chosen].Label, walk.SpentMs(at), standing.By, walk.KeyOf(to)));
        walk.GoOn(to, at);
        return Done.It;
    }

    public static Outcome<Done> Skip(WalkState walk, Move.Skip move, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        if (walk.Place is not { Step: { } step } place || place.Key != move.Node)
            return MovedOn();
        if (place.Needed > standing.Decider.Role)
            return Lane.Refusal(place.Needed);
        if (NotSkippable(walk, step, move) is { } refusal)
            return refusal;
        if (place.Next == CompiledChart.Nowhere)
            return NoWayOn();
        Referring.DropQuestion(walk, standing, "The step was left out.", minutes);
        minutes?.Write(new StepSkipped(step.Key, move.Reason, move.Words, walk.SpentMs(at), standing.By, walk.KeyOf(place.Next)));
        if (walk.Reopened && step.Authority is not null)
            minutes?.Write(new Command.RetractDecision(step.Key));
        walk.GoOn(place.Next, at);
        return Done.It;
    }

    public static Outcome<Done> GoBack(WalkState walk, Move.GoBack move, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        if (move.Node != walk.At)
            return MovedOn();
        if (walk.AtStart)
            return new Refusal("walk.at-start", "This is the first step; there is nothing to go back to.");
        Referring.DropQuestion(walk, standing, "The agent went back.", minutes);
        minutes?.Write(new WentBack(walk.At, walk.Before, walk.SpentMs(at), standing.By));
        walk.Back(at);
        return Done.It;
    }

    private static Outcome<Done> DoIt(WalkState walk, Place place, Move.Do move, in Deciding.Verdict verdict, Standing standing,
        DateTimeOffset at, Minutes? minutes)
    {
        if (place.Next == CompiledChart.Nowhere)
            return NoWayOn();
        var (step, noted) = (place.Step!, Telling(walk, place, move.Noted));
        Referring.DropQuestion(walk, standing, "The agent went on.", minutes);
        if (minutes is not null)
        {
            minutes.Write(new StepDone(step.Key, walk.SpentMs(at), standing.By, noted, move.Said, walk.KeyOf(place.Next), verdict.Under));
            if (verdict.Kind is { } kind)
                minutes.Write(new Command.TakeDecision(step.Key, kind, verdict.Pence, verdict.LimitId, verdict.Under, verdict.Why(), walk.Reopened));
            else if (walk.Reopened && step.Authority is not null)
                minutes.Write(new Command.RetractDecision(step.Key));
        }
        walk.GoOn(place.Next, at, verdict.Under);
        walk.Learn(place, noted);
        return Done.It;
    }

    /// <summary>What is worth telling of what was noted: a field left empty says something only where it was known before.</summary>
    private static IReadOnlyList<Noted> Telling(WalkState walk, Place place, IReadOnlyList<Noted> noted)
    {
        for (var number = 0; number < noted.Count; number++)
            if (noted[number].Empty && !walk.Knows(place.SlotOf(noted[number].Field)))
                return [.. noted.Where(one => !one.Empty || walk.Knows(place.SlotOf(one.Field)))];
        return noted;
    }

    private static List<Refusal>? Lacking(Step step, Move.Do move)
    {
        List<Refusal>? refusals = null;
        for (var number = 0; number < step.Fields.Count; number++)
            if (step.Fields[number] is { Required: true } field && !Notes(move.Noted, field.Name))
                (refusals ??= []).Add(new Refusal("field.needed", $"{field.Label} is needed.", field.Name));
        for (var number = 0; number < move.Noted.Count; number++)
            if (!Has(step, move.Noted[number].Field))
                (refusals ??= []).Add(new Refusal("field.unknown", $"This step has no field {move.Noted[number].Field}."));
        if (FieldReading.Unsaid(step, move.Said) is { } unsaid)
            (refusals ??= []).Add(unsaid);
        return refusals;
    }

    private static bool Notes(IReadOnlyList<Noted> noted, string field)
    {
        for (var number = 0; number < noted.Count; number++)
            if (noted[number].Field == field && !noted[number].Empty)
                return true;
        return false;
    }

    private static bool Has(Step step, string field)
    {
        for (var number = 0; number < step.Fields.Count; number++)
            if (step.Fields[number].Name == field)
                return true;
        return false;
    }

    private static Refusal? NotSkippable(WalkState walk, Step step, Move.Skip move)
    {
        if (walk.Refused)
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

    private static Refusal MovedOn() => new("walk.moved-on", "This contact has moved on since the page was opened; here it is as it stands now.");

    private static Refusal NoWayOn() => new("walk.no-way-on", "The procedure leads nowhere from here. Refer the contact, or close it and say why.");
}
