using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;

namespace Answerable.Tests.Procedures;

public sealed class FreeTextChecksTests
{
    private const string Reason = "A reference of the bank, which names nobody.";

    [Theory]
    [InlineData(FieldType.Text, false, null, "does not say whether it is personal")]
    [InlineData(FieldType.LongText, false, " ", "does not say whether it is personal")]
    [InlineData(FieldType.Text, false, "no", "says only 'no'")]
    [InlineData(FieldType.Text, true, Reason, "leave one of the two")]
    [InlineData(FieldType.Text, true, null, null)]
    [InlineData(FieldType.LongText, false, Reason, null)]
    [InlineData(FieldType.Money, false, null, null)]
    [InlineData(FieldType.Choice, false, null, null)]
    public void Free_text_that_is_not_personal_says_why(FieldType type, bool personal, string? why, string? expected)
    {
        var chart = new Chart(
        [
            new Step("n1", "Note it") { Fields = [new Field("f", "Trace", type) { Personal = personal, NotPersonal = why, Choices = ["A", "B"] }] },
            new Ending("n2", "Over", Resolved: true),
        ]);
        var found = ChartChecks.Of(chart, []).Where(finding => finding.Code == "field.free-text").ToArray();
        Assert.Equal(expected is null ? 0 : 1, found.Length);
        Assert.All(found, finding => Assert.Contains(expected!, finding.Sentence, StringComparison.Ordinal));
        Assert.All(found, finding => Assert.False(finding.Blocks));
    }
}
