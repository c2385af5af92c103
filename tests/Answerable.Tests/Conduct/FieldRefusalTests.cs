using Answerable.Model.Centre;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Conduct;

/// <summary>What is wanting at a step is said in a sentence beside its field, and what is noted reads back in people's words.</summary>
public sealed class FieldRefusalTests
{
    private static readonly Currency Pounds = CentreSettings.Usual.Currency;

    [Theory]
    [InlineData(FieldType.Text, "", "field.needed", "Account is needed.")]
    [InlineData(FieldType.Tick, "", "field.needed", "Tick \"Account\" to go on.")]
    [InlineData(FieldType.Number, "twelve", "field.not-a-number", "Account is not a number: write it as 12 or 12.5.")]
    [InlineData(FieldType.Date, "soon", "field.not-a-date", "Account is not a date: write it as 09/10/2026.")]
    [InlineData(FieldType.Choice, "Green", "field.not-a-choice", "Choose one of the answers for Account.")]
    [InlineData(FieldType.Money, "forty", "field.not-money", "Account is not an amount: write pounds and pence as 12.50.")]
    public void Each_fault_is_said_at_its_field(FieldType type, string typed, string code, string text)
    {
        var refusal = Assert.Single(Read(new Field("f", "Account", type, Required: true) { Choices = ["Blue"] }, typed).Refusals);
        Assert.Equal((code, "f", text), (refusal.Code, refusal.Field, refusal.Text));
    }

    [Fact]
    public void Text_has_4000_characters_at_most()
    {
        Assert.True(Read(new Field("f", "Notes", FieldType.LongText), new string('n', 4000)).Allowed);
        var refusal = Assert.Single(Read(new Field("f", "Notes", FieldType.Text), new string('n', 4001)).Refusals);
        Assert.Equal(("field.too-long", "Notes is longer than 4,000 characters; shorten it."), (refusal.Code, refusal.Text));
    }

    [Theory]
    [InlineData("on", "yes")]
    [InlineData("yes", "yes")]
    [InlineData("true", "yes")]
    [InlineData("off", null)]
    public void A_tick_is_one_or_is_not(string typed, string? kept) =>
        Assert.Equal(kept, Assert.Single(Read(new Field("f", "Agreed", FieldType.Tick), typed).Value).Value);

    [Theory]
    [InlineData("9 Oct 2026")]
    [InlineData("9 October 2026")]
    public void A_date_is_read_in_words_too(string typed) =>
        Assert.Equal("2026-10-09", Assert.Single(Read(new Field("f", "Day", FieldType.Date), typed).Value).Value);

    [Fact]
    public void Words_that_must_be_said_are_wanted_beside_what_else_is()
    {
        var step = new Step("n1", "Ask")
        {
            Guideline = new Guideline { MustSay = "We record this." },
            Fields = [new Field("f", "Account", FieldType.Text, Required: true)],
        };
        Assert.Equal(["field.needed", "walk.must-say"],
            FieldReading.Read(step, new Dictionary<string, string>(), said: false, Pounds).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["field.needed"],
            FieldReading.Read(step, new Dictionary<string, string>(), said: true, Pounds).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(("said", "Say the words as they stand, then tick that you have."),
            (FieldReading.Unsaid(step, said: false)!.Field, FieldReading.Unsaid(step, said: false)!.Text));
        Assert.Null(FieldReading.Unsaid(new Step("n1", "Ask"), said: false));
    }

    [Theory]
    [InlineData(FieldType.Money, "1250", "£12.50", "12.50")]
    [InlineData(FieldType.Money, "none", "none", "none")]
    [InlineData(FieldType.Date, "2026-10-09", "9 Oct 2026", "2026-10-09")]
    [InlineData(FieldType.Date, "soon", "soon", "soon")]
    [InlineData(FieldType.Tick, "yes", "Yes", "yes")]
    [InlineData(FieldType.Tick, "", "No", "")]
    [InlineData(FieldType.Text, "77", "77", "77")]
    public void What_is_noted_reads_back_in_peoples_words_and_as_it_is_typed(FieldType type, string kept, string words, string typed)
    {
        var field = new Field("f", "Field", type);
        Assert.Equal((words, typed), (FieldWords.Of(field, kept, Pounds), FieldWords.Typed(field, kept, Pounds)));
    }

    private static Model.Outcome<IReadOnlyList<Noted>> Read(Field field, string typed) =>
        FieldReading.Read([field], new Dictionary<string, string> { ["f"] = typed }, Pounds);

    [Fact]
    public void Reasons_are_said_in_words()
    {
        Assert.Equal(["No reason given", "Already done", "Does not apply here", "The customer declined", "Not possible now",
            "The referral was refused", "Another reason"], Enum.GetValues<SkipReason>().Select(reason => reason.Words()));
        Assert.Equal(["The customer ended it", "The connection was lost", "It turned out to be another matter", "It was settled another way"],
            Enum.GetValues<BreakOffReason>().Select(reason => reason.Words()));
    }
}
