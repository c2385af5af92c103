using System.Globalization;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>What people do at a node, as walks kept in the journal have it, and what the interpreter makes of it.</summary>
internal sealed partial class LedWalks
{
    private double SecondsAt(LedContact contact)
    {
        var node = contact.InHand!.Node;
        contact.Chance = ChanceOf(contact, node?.Key ?? "", contact.Visit(node?.Key ?? ""));
        var spell = node is Ending ? _ground.LastWords : HabitAt(node)?.Time ?? _ground.UsualStep;
        return TwinScenario.Law(spell).Draw(contact.Chance);
    }

    private NodeHabit? HabitAt(Node? node) => node is null ? null : _ground.Nodes.GetValueOrDefault(node.Key);

    private Move MoveOf(LedContact contact)
    {
        if (contact.Then is { } then)
        {
            contact.Then = null;
            return then;
        }
        return contact.InHand!.Node switch
        {
            Decision decision => new Move.Choose(decision.Key, AnswerTo(decision, contact)),
            Step step => MoveAt(step, contact),
            _ => new Move.BreakOff(BreakOffReason.OtherMatter),
        };
    }

    private string AnswerTo(Decision decision, LedContact contact)
    {
        var habit = HabitAt(decision);
        double[] shares = [.. decision.Answers.Select(answer => habit?.Answers.GetValueOrDefault(answer.Key) ?? 0)];
        if (shares.Sum() <= 0)
            Array.Fill(shares, 1);
        return shares.Length == 0 ? "" : decision.Answers[Pick(shares, contact.Chance!.NextUniform())].Key;
    }

    private Move MoveAt(Step step, LedContact contact)
    {
        var (habit, chance) = (HabitAt(step), contact.Chance!);
        var (skipped, referred, amount) = (chance.NextUniform(), chance.NextUniform(), chance.NextUniform());
        if (step.Strictness != Strictness.Strict && skipped < (habit?.Skipped ?? 0))
            return new Move.Skip(step.Key, SkipReason.DoesNotApply);
        if (referred < (habit?.Referred ?? 0) && contact.Agent!.Line < Model.People.Role.Manager)
            return new Move.Refer(Guid.Empty);
        return new Move.Do(step.Key, [.. step.Fields.Select(field => Noting(step, field, amount))], Said: true);
    }

    /// <summary>What is noted is of no matter but for an amount that is decided, which is one of those asked for in the past.</summary>
    private Noted Noting(Step step, Field field, double luck) => new(field.Name, field.Type switch
    {
        FieldType.Money when step.Authority is { } demand && demand.AmountField == field.Name => AmountOf(demand, luck).ToString(
            CultureInfo.InvariantCulture),
        FieldType.Money or FieldType.Number => "1",
        FieldType.Date => _ground.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Choice => field.Choices.Count > 0 ? field.Choices[0] : "",
        FieldType.Tick => "yes",
        FieldType.Text or FieldType.LongText => "rehearsed",
    });

    private long AmountOf(AuthorityDemand demand, double luck) =>
        _ground.Amounts.GetValueOrDefault(demand.DecisionKind) is { Count: > 0 } asked ? asked[(int)(luck * asked.Count)] : 0;

    private Led Take(int slot, LedContact contact, Move move, double now)
    {
        contact.Moves++;
        contact.Minutes.Clear();
        var (line, at) = (contact.Agent!.Line!.Value, Instant(now));
        var standing = new Standing(new Decider(contact.Agent.Id, line), _ground.Matrix, _ground.Kinds, contact.Customer.Given, _ids.Referral());
        var taken = Interpreter.Take(contact.InHand!, move, standing, at, contact.Minutes);
        if (!taken.Allowed)
            return Refused(slot, contact, taken.Refusals[0].Code, now);
        contact.Follow(contact.Minutes, at);
        foreach (var command in contact.Minutes.Commands)
            if (command is Command.TakeDecision decision)
                Decided(contact, decision, at);
            else if (command is Command.OpenReferral open)
                return Refer(slot, contact, open, move, now);
        return new Led(LedTo.GoOn, SecondsAt(contact));
    }

    /// <summary>What lies above the one who is there goes to one above; a chart that leads nowhere ends the contact.</summary>
    private Led Refused(int slot, LedContact contact, string code, double now) => code switch
    {
        "walk.greater-authority" => Take(slot, contact, new Move.Refer(Guid.Empty), now),
        "walk.no-way-on" or "walk.unknown-answer" => Ended(contact, now),
        _ => throw new InvalidOperationException($"A rehearsed move was refused: {code}."),
    };

    private void Decided(LedContact contact, Command.TakeDecision decision, DateTimeOffset at)
    {
        var by = contact.Agent!.Id;
        if (decision.Pence is { } pence)
            contact.Customer.Given.Add(new Given(decision.DecisionKind, pence, contact.Id, contact.Case, contact.Customer.Id, at));
        contact.Tell(at, contact.Id.Value, new DecisionTaken(
            _ids.Decision(), decision.DecisionKind, decision.Pence, by, contact.Id, contact.Case, contact.Customer.Id, _ground.Procedure,
                _version.Number,
            decision.Node, decision.LimitId, decision.Under, decision.Why));
    }
}
