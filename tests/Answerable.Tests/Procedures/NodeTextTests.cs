using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;

namespace Answerable.Tests.Procedures;

/// <summary>How long each text of a node may be and in what form it is kept, seen through the edit that keeps it.</summary>
public sealed class NodeTextTests
{
    public static readonly TheoryData<string, int> Texts = new()
    {
        { "Title", 150 }, { "Approach", 10_000 }, { "Must", 10_000 }, { "Never", 10_000 }, { "Say", 10_000 }, { "MustSay", 10_000 },
        { "Knowledge", 10_000 }, { "Why", 10_000 }, { "ReferWhen", 10_000 }, { "ReferTellCustomer", 10_000 }, { "Fields", 150 },
        { "Fields label", 150 }, { "Fields choices", 10_000 }, { "Question", 10_000 }, { "Hint", 10_000 }, { "Answers", 150 },
        { "AfterContact", 10_000 },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Each_text_may_be_so_long_and_no_longer(string text, int most)
    {
        Assert.Empty(Refused(With(text, new string('t', most))));
        var refused = Assert.Single(Refused(With(text, new string('t', most + 1))));
        Assert.Equal(("version.too-long", $"This is {most + 1} characters long; at most {most} can be kept.", text.Split(' ')[0]),
            (refused.Code, refused.Text, refused.Field));
    }

    [Theory, MemberData(nameof(Texts))]
    public void Each_text_is_kept_trimmed_with_one_kind_of_line_end_and_without_card_numbers(string text, int most)
    {
        var node = With(text, " one\r\ntwo 4111 1111 1111 1111 ");
        var kept = new ChangeNode(node).Apply(Around(node)).Value.Find(node.Key)!;

        Assert.InRange(most, 150, 10_000);
        Assert.Equal(ChartJson.Write(new Chart([With(text, "one\ntwo 4111 11** **** 1111")])), ChartJson.Write(new Chart([kept])));
    }

    [Fact]
    public void Lines_left_empty_are_not_kept()
    {
        var node = Step with { Guideline = new Guideline { Must = [" ", "Confirm", ""], Never = ["", "Argue"] } };
        var kept = ((Step)new ChangeNode(node).Apply(Around(node)).Value.Find("n1")!).Guideline;

        Assert.Equal(["Confirm"], kept.Must);
        Assert.Equal(["Argue"], kept.Never);
    }

    [Fact]
    public void Several_lines_count_together_with_the_ends_between_them()
    {
        Assert.Empty(Refused(Step with { Guideline = new Guideline { Must = [new string('m', 5_000), new string('m', 4_999)] } }));
        Assert.Single(Refused(Step with { Guideline = new Guideline { Must = [new string('m', 5_000), new string('m', 5_000)] } }));
        Assert.Single(Refused(Step with { Guideline = new Guideline { Never = [new string('m', 5_000), new string('m', 5_000)] } }));
        Assert.Single(Refused(Step with { Fields = [Field with { Choices = [new string('m', 5_000), new string('m', 5_000)] }] }));
    }

    [Fact]
    public void A_step_notes_down_30_facts_at_most_and_a_decision_has_30_answers()
    {
        Assert.Empty(Refused(Step with { Fields = [.. Enumerable.Repeat(Field, 30)] }));
        Assert.Equal(("version.too-many", "A step notes down at most 30 facts. Split the step.", "Fields"),
            Told(Step with { Fields = [.. Enumerable.Repeat(Field, 31)] }));
        Assert.Empty(Refused(Decision with { Answers = Answers(30) }));
        Assert.Equal(("version.too-many", "A decision has at most 30 answers. Split it into two questions.", "Answers"),
            Told(Decision with { Answers = Answers(31) }));
    }

    [Fact]
    public void A_title_is_demanded_of_every_kind_of_node()
    {
        foreach (var node in new Node[] { Step, Decision, Ending })
            Assert.Equal(("version.no-title", "Say what it is, in a few words.", "Title"), Told(node with { Title = "  " }));
    }

    [Fact]
    public void A_role_a_strictness_or_a_type_of_field_that_there_is_not_is_refused_since_no_page_could_show_it()
    {
        foreach (var (field, node) in new (string, Node)[]
        {
            ("Role", Decision with { Who = (Role)99 }),
            ("Role", Step with { Who = (Role)99 }),
            ("Strictness", Step with { Strictness = (Strictness)99 }),
            ("ReferTo", Step with { Referral = new ReferralPoint((Role)99) }),
            ("Fields", Step with { Fields = [Field, Field with { Type = (FieldType)99 }] }),
        })
            Assert.Equal(("version.no-such-choice", "There is no such choice. Choose one from the list.", field), Told(node));
    }

    private static readonly Step Step = new("n1", "Ask");
    private static readonly Decision Decision = new("n1", "Which");
    private static readonly Ending Ending = new("n1", "Done", Resolved: true);
    private static readonly Field Field = new("sum", "Sum", FieldType.Text);

    private static Answer[] Answers(int count) => [.. Enumerable.Range(1, count).Select(number => new Answer($"a{number}", $"Answer {number}"))];

    private static Node With(string place, string text) => place switch
    {
        "Title" => Step with { Title = text },
        "Approach" => Guided(new Guideline { Approach = text }),
        "Must" => Guided(new Guideline { Must = [text] }),
        "Never" => Guided(new Guideline { Never = [text] }),
        "Say" => Guided(new Guideline { Say = text }),
        "MustSay" => Guided(new Guideline { MustSay = text }),
        "Knowledge" => Guided(new Guideline { Knowledge = text }),
        "Why" => Guided(new Guideline { Why = text }),
        "ReferWhen" => Step with { Referral = new ReferralPoint(Role.Manager, When: text) },
        "ReferTellCustomer" => Step with { Referral = new ReferralPoint(Role.Manager, TellCustomer: text) },
        "Fields" => Step with { Fields = [Field with { Name = text }] },
        "Fields label" => Step with { Fields = [Field with { Label = text }] },
        "Fields choices" => Step with { Fields = [Field with { Choices = [text] }] },
        "Question" => Decision with { Question = text },
        "Hint" => Decision with { Hint = text },
        "Answers" => Decision with { Answers = [new Answer("a1", text)] },
        "AfterContact" => Ending with { AfterContact = text },
        _ => throw new ArgumentException($"No text {place}.", nameof(place)),
    };

    private static Step Guided(Guideline guideline) => Step with { Guideline = guideline };

    private static Chart Around(Node node) => new([node with { Title = "As it was" }, new Ending("n2", "End", Resolved: true)]);

    private static IReadOnlyList<Refusal> Refused(Node node) => new ChangeNode(node).Apply(Around(node)).Refusals;

    private static (string Code, string Text, string? Field) Told(Node node) =>
        Assert.Single(Refused(node)) is var refusal ? (refusal.Code, refusal.Text, refusal.Field) : default;
}
