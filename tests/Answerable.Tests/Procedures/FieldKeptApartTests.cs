using Answerable.Model.Procedures;

namespace Answerable.Tests.Procedures;

public sealed class FieldKeptApartTests
{
    [Theory]
    [InlineData(FieldType.Text, false, null, true)]
    [InlineData(FieldType.LongText, false, " ", true)]
    [InlineData(FieldType.Text, false, "A meter's number names nobody.", false)]
    [InlineData(FieldType.LongText, true, "A meter's number names nobody.", true)]
    [InlineData(FieldType.Number, false, null, false)]
    [InlineData(FieldType.Date, true, null, true)]
    public void Free_text_is_personal_unless_the_designer_says_why_not(FieldType type, bool personal, string? why, bool apart) =>
        Assert.Equal(apart, new Field("f", "F", type) { Personal = personal, NotPersonal = why }.IsKeptApart());
}
