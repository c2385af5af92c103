using Answerable.Model.Conduct;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>What a preview fills in for the one who tries a procedure out.</summary>
public sealed class PreviewFactsTests
{
    [Theory]
    [InlineData(FieldType.Text, "-")]
    [InlineData(FieldType.LongText, "-")]
    [InlineData(FieldType.Money, "0")]
    [InlineData(FieldType.Number, "0")]
    [InlineData(FieldType.Date, "2026-03-01")]
    [InlineData(FieldType.Choice, "Blue")]
    [InlineData(FieldType.Tick, "yes")]
    public void A_field_that_must_be_filled_gets_what_would_be_taken_and_one_that_need_not_be_none(FieldType type, string filled)
    {
        var field = new Field("f", "Field", type, Required: true) { Choices = ["Blue", "Red"] };
        Assert.Equal([new Noted("f", filled)], PreviewFacts.Of(new Step("n1", "Ask") { Fields = [field] }, 900, Day));
        Assert.Empty(PreviewFacts.Of(new Step("n1", "Ask") { Fields = [field with { Required = false }] }, 900, Day));
    }

    [Fact]
    public void A_choice_without_answers_still_lets_the_preview_go_on() => Assert.Equal([new Noted("f", "-")],
        PreviewFacts.Of(new Step("n1", "Ask") { Fields = [new Field("f", "Field", FieldType.Choice, Required: true)] }, null, Day));

    [Fact]
    public void Only_the_amount_that_authority_is_judged_by_is_asked_for_needed_or_not()
    {
        var step = new Step("n1", "Give")
        {
            Fields = [new Field("paid", "Paid", FieldType.Money, Required: true), new Field("amount", "Amount", FieldType.Money)],
            Authority = new AuthorityDemand("goodwill", "amount"),
        };
        Assert.Equal("amount", PreviewFacts.AmountOf(step)!.Name);
        Assert.Equal([new Noted("paid", "0"), new Noted("amount", "1250")], PreviewFacts.Of(step, 1250, Day));
        Assert.Equal([new Noted("paid", "0"), new Noted("amount", null)], PreviewFacts.Of(step, null, Day));
        Assert.Null(PreviewFacts.AmountOf(step with { Authority = new AuthorityDemand("goodwill") }));
        Assert.Null(PreviewFacts.AmountOf(step with { Authority = new AuthorityDemand("goodwill", "other") }));
        Assert.Null(PreviewFacts.AmountOf(step with { Authority = null }));
        Assert.Null(PreviewFacts.AmountOf(step with { Fields = [new Field("amount", "Amount", FieldType.Text)] }));
    }
}
