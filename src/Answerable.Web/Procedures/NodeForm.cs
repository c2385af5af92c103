using System.Diagnostics.CodeAnalysis;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;

namespace Answerable.Web.Procedures;

/// <summary>One node as the editor's form holds it; what its kind has no use for stays empty. Parts a form does not post come as nothing, and are
/// empty.</summary>
public sealed class NodeForm
{
    /// <summary>How many empty rows stand ready for new answers and fields.</summary>
    private const int Spare = 2;

    [AllowNull] public string Key { get; set => field = value ?? ""; } = "";
    public NodeKind Kind { get; set; }
    public long Revision { get; set; }
    public string? Title { get; set; }
    public Role Role { get; set; } = Role.Agent;
    public string? Next { get; set; }
    public Strictness Strictness { get; set; } = Strictness.Advised;
    [AllowNull] public GuidelineForm Guideline { get; set => field = value ?? new(); } = new();
    [AllowNull] public List<FieldForm> Fields { get; set => field = value ?? []; } = [];
    public string? DecisionKind { get; set; }
    public string? AmountField { get; set; }
    public Role? ReferTo { get; set; }
    public int? ReferWithin { get; set; }
    public string? ReferWhen { get; set; }
    public string? ReferTellCustomer { get; set; }
    public string? Question { get; set; }
    public string? Hint { get; set; }
    [AllowNull] public List<AnswerForm> Answers { get; set => field = value ?? []; } = [];
    /// <summary>The place of the answer that is to stand one higher, or one lower, once this is saved.</summary>
    public int? MoveUp { get; set; }
    public int? MoveDown { get; set; }
    public bool Resolved { get; set; }
    public string? AfterContact { get; set; }

    public static NodeForm Of(Node node, long revision)
    {
        var form = new NodeForm { Key = node.Key, Kind = node.Kind(), Revision = revision, Title = node.Title, Role = node.Who };
        switch (node)
        {
            case Step step:
                form.Take(step);
                break;
            case Decision decision:
                (form.Question, form.Hint) = (decision.Question, decision.Hint);
                form.Answers =
                    decision.Answers.Select(answer => new AnswerForm { Key = answer.Key, Label = answer.Label, Next = answer.Next }).ToList();
                break;
            case Ending ending:
                (form.Resolved, form.AfterContact) = (ending.Resolved, ending.AfterContact);
                break;
        }
        return form;
    }

    /// <summary>The rows to show: those there are, and some to fill in.</summary>
    public IReadOnlyList<AnswerForm> AnswerRows => [.. Answers, .. Enumerable.Range(0, Spare).Select(_ => new AnswerForm())];
    public IReadOnlyList<FieldForm> FieldRows => [.. Fields, .. Enumerable.Range(0, Spare).Select(_ => new FieldForm())];

    public Node Node() => Kind switch
    {
        NodeKind.Step => Step(),
        NodeKind.Decision => new Decision(Key, Title ?? "", Role)
        {
            Question = Question ?? "",
            Hint = Hint ?? "",
            Answers = [.. Moved().Where(answer => !answer.Empty)
                .Select(answer => new Answer(answer.Key ?? "", answer.Label ?? "", Way(answer.Next)))],
        },
        NodeKind.Ending => new Ending(Key, Title ?? "", Resolved, Role) { AfterContact = AfterContact ?? "" },
    };

    /// <summary>Where the page opens once this is saved: at the answer that was moved, ready to be moved again, else at the form.</summary>
    public string Landing => To is not { } to ? "#edit" : $"#answer-{to}-{(MoveUp is null && to < Answers.Count - 1 || to == 0 ? "down" : "up")}";

    private int? To =>
        MoveUp is > 0 and var up && up < Answers.Count ? up - 1 : MoveDown is >= 0 and var down && down < Answers.Count - 1 ? down + 1 : null;

    private List<AnswerForm> Moved()
    {
        if (To is not { } to)
            return Answers;
        var moved = Answers.ToList();
        var from = MoveUp ?? MoveDown!.Value;
        (moved[from], moved[to]) = (moved[to], moved[from]);
        return moved;
    }

    private void Take(Step step)
    {
        (Next, Strictness, Guideline) = (step.Next, step.Strictness, GuidelineForm.Of(step.Guideline));
        Fields = step.Fields.Select(FieldForm.Of).ToList();
        (DecisionKind, AmountField) = (step.Authority?.DecisionKind, step.Authority?.AmountField);
        (ReferTo, ReferWithin) = (step.Referral?.To, step.Referral?.WithinMinutes);
        (ReferWhen, ReferTellCustomer) = (step.Referral?.When, step.Referral?.TellCustomer);
    }

    private Step Step()
    {
        var fields = Fields.Where(field => !field.Empty).Select(field => field.Field()).ToList();
        return new Step(Key, Title ?? "", Role, Way(Next))
        {
            Strictness = Strictness,
            Guideline = Guideline.Guideline(),
            Fields = fields,
            Authority = string.IsNullOrEmpty(DecisionKind) ? null : new AuthorityDemand(DecisionKind, Amount(fields)),
            Referral = ReferTo is { } to ? new ReferralPoint(to, ReferWithin ?? 15, ReferWhen ?? "", ReferTellCustomer ?? "") : null,
        };
    }

    /// <summary>The field chosen, if the step still has it; else its only money field, since that is what is meant.</summary>
    private string? Amount(List<Field> fields)
    {
        if (fields.Exists(field => field.Name == AmountField))
            return AmountField;
        var money = fields.Where(field => field.Type == FieldType.Money).ToList();
        return money.Count == 1 ? money[0].Name : null;
    }

    private static string? Way(string? next) => string.IsNullOrEmpty(next) ? null : next;
}

public sealed class AnswerForm
{
    public string? Key { get; set; }
    public string? Label { get; set; }
    public string? Next { get; set; }
    public bool Remove { get; set; }

    public bool Empty => Remove || (string.IsNullOrWhiteSpace(Label) && string.IsNullOrEmpty(Key));
}
