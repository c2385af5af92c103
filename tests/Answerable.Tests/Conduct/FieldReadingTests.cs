using Answerable.Model.Centre;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Conduct;

public sealed class FieldReadingTests
{
    private static readonly Currency Pounds = CentreSettings.Usual.Currency;

    [Theory]
    [InlineData("12.50", "1250")]
    [InlineData("£1,234.5", "123450")]
    [InlineData(" 40 ", "4000")]
    [InlineData("0.01", "1")]
    public void Money_is_read_as_pence(string typed, string pence) => Assert.Equal(pence, Read(FieldType.Money, typed));

    [Theory]
    [InlineData("EUR", "€1,234.5", "123450")]
    [InlineData("JPY", "¥1,234", "1234")]
    [InlineData("KWD", "KWD 1.234", "1234")]
    public void Money_is_read_in_the_smallest_unit_of_the_centres_own(string code, string typed, string kept) => Assert.Equal(kept, Assert.Single(
        FieldReading.Read([new Field("f", "Field", FieldType.Money)], new Dictionary<string, string> { ["f"] = typed },
            Currencies.Find(code)!).Value).Value);

    [Fact]
    public void What_is_no_amount_is_refused_in_the_centres_own_words() =>
        Assert.Equal("Refund is not an amount: write euros and cents as 12.50.", Assert.Single(
        FieldReading.Read([new Field("f", "Refund", FieldType.Money)], new Dictionary<string, string> { ["f"] = "£5" },
            Currencies.Find("EUR")!).Refusals).Text);

    [Theory]
    [InlineData("12.505")]
    [InlineData("-5")]
    [InlineData("forty")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    [InlineData("1,50")]
    [InlineData("50,00")]
    [InlineData("1,23,456")]
    [InlineData("0,450")]
    public void What_is_no_amount_is_refused_at_its_field(string typed)
    {
        var read = FieldReading.Read([new Field("f", "Refund", FieldType.Money)], new Dictionary<string, string> { ["f"] = typed }, Pounds);
        var refusal = Assert.Single(read.Refusals);
        Assert.Equal(("field.not-money", "f"), (refusal.Code, refusal.Field));
    }

    /// <summary>A comma that parts no thousands may be somebody's point: read either way the number would be another.</summary>
    [Theory]
    [InlineData("1,5")]
    [InlineData("0,450")]
    [InlineData("1,23,456")]
    [InlineData("twelve")]
    public void What_is_no_number_is_refused_at_its_field_with_how_to_write_it(string typed)
    {
        var read = FieldReading.Read([new Field("f", "Metres", FieldType.Number)], new Dictionary<string, string> { ["f"] = typed }, Pounds);
        Assert.Equal(new("field.not-a-number", "Metres is not a number: write it as 12 or 12.5.", "f"), Assert.Single(read.Refusals));
    }

    [Theory]
    [InlineData(FieldType.Date, "9/10/2026", "2026-10-09")]
    [InlineData(FieldType.Date, "2026-10-09", "2026-10-09")]
    [InlineData(FieldType.Number, "1,200.5", "1200.5")]
    [InlineData(FieldType.Number, "-3", "-3")]
    [InlineData(FieldType.Number, "12.5", "12.5")]
    [InlineData(FieldType.Tick, "on", "yes")]
    [InlineData(FieldType.Choice, "Blue", "Blue")]
    [InlineData(FieldType.Text, "  a  ", "a")]
    public void Each_type_has_one_way_of_being_kept(FieldType type, string typed, string kept) => Assert.Equal(kept, Read(type, typed));

    [Fact]
    public void Every_wrong_field_is_named_at_once()
    {
        var read = FieldReading.Read(
            [new Field("a", "Name", FieldType.Text, Required: true), new Field("b", "Day", FieldType.Date), new Field("c", "Colour", FieldType.Choice)
                { Choices = ["Blue"] }],
            new Dictionary<string, string> { ["b"] = "soon", ["c"] = "Green" }, Pounds);
        Assert.Equal(["a", "b", "c"], read.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public void A_field_that_need_not_be_filled_is_read_as_empty() => Assert.Equal([new Noted("f")],
        FieldReading.Read([new Field("f", "Field", FieldType.Date)], new Dictionary<string, string> { ["f"] = " " }, Pounds).Value);

    private static string? Read(FieldType type, string typed) => Assert.Single(
        FieldReading.Read([new Field("f", "Field", type) { Choices = ["Blue"] }], new Dictionary<string, string> { ["f"] = typed },
            Pounds).Value).Value;
}
