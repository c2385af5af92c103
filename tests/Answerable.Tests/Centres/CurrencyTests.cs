using Answerable.Model.Centre;

namespace Answerable.Tests.Centres;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("GBP", 123450, "£1,234.50", "1234.50")]
    [InlineData("EUR", 4000, "€40.00", "40.00")]
    [InlineData("JPY", 4000, "¥4,000", "4000")]
    [InlineData("KWD", 1234, "KWD 1.234", "1.234")]
    [InlineData("SEK", 50, "kr 0.50", "0.50")]
    public void An_amount_is_written_and_typed_in_its_own_parts(string code, long minor, string words, string typed)
    {
        var currency = Currencies.Find(code)!;
        Assert.Equal((words, typed), (currency.Words(minor), currency.Typed(minor)));
        Assert.Equal(minor, currency.Read(typed));
        Assert.Equal(minor, currency.Read(words));
    }

    [Theory]
    [InlineData("EUR", "1.234")]
    [InlineData("JPY", "1.5")]
    [InlineData("GBP", "-5")]
    [InlineData("GBP", "€5")]
    [InlineData("GBP", "10000000.01")]
    [InlineData("GBP", "")]
    [InlineData("GBP", "0,45")]
    [InlineData("GBP", "50,00")]
    [InlineData("GBP", "1,5")]
    [InlineData("GBP", "1,23,456")]
    [InlineData("GBP", "1.234,50")]
    [InlineData("GBP", "0,450")]
    [InlineData("GBP", "12,34.50")]
    public void What_is_no_amount_is_not_read(string code, string typed) => Assert.Null(Currencies.Find(code)!.Read(typed));

    /// <summary>Where people write a comma before the parts, that is read too, where it can be meant in one way only.</summary>
    [Theory]
    [InlineData("50,00", 5_000)]
    [InlineData("1.000,50", 100_050)]
    [InlineData("1000,50 €", 100_050)]
    [InlineData("€0,45", 45)]
    [InlineData("1.234.567,89", 123_456_789)]
    [InlineData("1,000.50", 100_050)]
    [InlineData("1,000", 100_000)]
    [InlineData("50,0", null)]
    [InlineData("50,000,00", null)]
    [InlineData("1.00,50", null)]
    [InlineData("1000.000,50", null)]
    [InlineData("0.123,50", null)]
    [InlineData("1.000", null)]
    [InlineData(",50", null)]
    [InlineData("10.000.000,01", null)]
    public void Euros_are_read_with_a_comma_before_the_cents_too(string typed, int? minor) =>
        Assert.Equal(minor, (int?)Currencies.Find("EUR")!.Read(typed));

    [Fact]
    public void The_largest_amount_is_ten_million_units() => Assert.Equal(1_000_000_000, Currencies.Find("GBP")!.Read("£10,000,000"));

    [Theory]
    [InlineData("GBP", "pounds and pence", "pounds and pence as 12.50", "Pounds", "£12,346")]
    [InlineData("JPY", "yen", "yen as 1250", "Yen", "¥12,346")]
    [InlineData("KWD", "dinars and fils", "dinars and fils as 12.500", "Dinars", "KWD 12,346")]
    public void What_it_is_typed_in_is_said_in_its_own_words(string code, string words, string example, string title, string rounded)
    {
        var currency = Currencies.Find(code)!;
        Assert.Equal((words, example, title, rounded), (currency.InWords, currency.Example, currency.Title, currency.Rounded(12_345.6)));
    }

    [Fact]
    public void A_code_that_is_none_finds_none() => Assert.Null(Currencies.Find("XXZ"));

    [Fact]
    public void Every_currency_has_a_code_of_its_own_and_parts_that_divide_it()
    {
        Assert.Contains(Currencies.All, currency => currency.Code == "AED");
        Assert.Equal(Currencies.All.Count, Currencies.All.Select(currency => currency.Code).Distinct().Count());
        Assert.All(Currencies.All, currency =>
        {
            Assert.Matches("^[A-Z]{3}$", currency.Code);
            Assert.Equal(currency.Digits == 0, currency.Parts.Length == 0);
            Assert.Equal((long)Math.Pow(10, currency.Digits), currency.Whole);
        });
    }
}
