using System.Globalization;
using Answerable.Model.Centre;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Centres;

/// <summary>An amount is taken for exactly what was typed, or refused at its field: never rounded, never another one.</summary>
public sealed class AmountProperties
{
    private const long MostUnits = 10_000_000;

    private static readonly Gen<Currency> Money = Gen.Elements(Currencies.All.ToArray());

    private static readonly Arbitrary<(Currency Money, long Minor)> Sums = (
        from money in Money
        from minor in Gen.OneOf(Gen.Choose(0, 2_000_000).Select(amount => (long)amount), Gen.Elements(0L, 1L, MostUnits * money.Whole))
        select (money, minor)).ToArbitrary();

    // What hands slip into an amount, and amounts of other countries.
    private static readonly Arbitrary<(Currency Money, string Typed)> Slips = (
        from money in Money
        from parts in Gen.Elements("0", "1", "9", "12", "450", "1000", ",", ",50", ".000", ".", " ", "-", "+", "−", "(", ")", "'", " ", "e3", "%",
            "½", "٣", "£", "€", "$", "kr", money.Symbol, money.Code).ListOf()
        select (money, string.Concat(parts))).ToArbitrary();

    [Fact]
    public void What_is_printed_is_read_as_the_very_same() => Check.QuickThrowOnFailure(Prop.ForAll(Sums, sum =>
    {
        var (money, minor) = sum;
        var (words, typed) = (money.Words(minor), money.Typed(minor));
        string[] ways = [words, typed, $" {typed} ", words.ToLowerInvariant(), money.Symbol + typed, $"{money.Symbol} {typed}",
            $"{typed} {money.Symbol}"];
        return Array.TrueForAll(ways, way => money.Read(way) == minor);
    }));

    [Fact]
    public void Whatever_is_typed_is_the_amount_its_digits_say_or_none() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(Slips, slip =>
    {
        var (money, typed) = slip;
        if (money.Read(typed) is not { } minor)
            return true;
        // As people read it: the symbol at one end, commas between thousands only, or before two digits at the end where that is the custom.
        var plain = Stripped(typed.Trim(), money.Symbol).Trim();
        if (money.Commas && plain.Length > 3 && plain[^3] == ',')
            plain = $"{plain[..^3].Replace(".", "", StringComparison.Ordinal)}.{plain[^2..]}";
        return minor is >= 0 && minor <= MostUnits * money.Whole
            && decimal.Parse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture) * money.Whole == minor
            && money.Read(money.Words(minor)) == minor;
    }));

    [Fact]
    public void One_more_place_than_the_currency_has_is_refused_noughts_too() => Check.QuickThrowOnFailure(Prop.ForAll(Sums, sum =>
    {
        var (money, minor) = sum;
        var longer = money.Typed(minor) + (money.Digits == 0 ? ".0" : "0");
        return money.Read(longer) is null && money.Read(longer[..^1] + "5") is null;
    }));

    [Fact]
    public void Less_than_nought_and_more_than_ten_million_are_refused() => Check.QuickThrowOnFailure(Prop.ForAll(Sums, sum =>
    {
        var (money, minor) = sum;
        return money.Read("-" + money.Typed(minor + 1)) is null && money.Read(money.Symbol + "-" + money.Typed(minor + 1)) is null
            && money.Read(money.Typed(MostUnits * money.Whole + minor + 1)) is null;
    }));

    [Theory]
    [InlineData("1£2", "is not an amount: write pounds and pence as 12.50.")]
    [InlineData("££12", "is not an amount: write pounds and pence as 12.50.")]
    [InlineData("£12£", "is not an amount: write pounds and pence as 12.50.")]
    [InlineData("1 234.50", "is not an amount: write pounds and pence as 12.50.")]
    [InlineData("12.345", "is not an amount: write pounds and pence as 12.50.")]
    [InlineData("-12", "is not an amount: write pounds and pence as 12.50.")]
    [InlineData("10,000,000.01", "can be up to £10,000,000.00.")]
    [InlineData("99999999999999999999999999", "can be up to £10,000,000.00.")]
    [InlineData("99999999999999999999999999999999999999999", "is not an amount: write pounds and pence as 12.50.")]
    public void What_is_refused_is_refused_at_its_field_with_a_sentence(string typed, string sentence)
    {
        var read = FieldReading.Read([new Field("amount", "The refund", FieldType.Money)],
            new Dictionary<string, string> { ["amount"] = typed }, Currencies.Find("GBP")!);
        var refusal = Assert.Single(read.Refusals);
        Assert.Equal(("field.not-money", "amount", "The refund " + sentence), (refusal.Code, refusal.Field, refusal.Text));
    }

    private static string Stripped(string typed, string symbol) =>
        typed.StartsWith(symbol, StringComparison.OrdinalIgnoreCase) ? typed[symbol.Length..]
        : typed.EndsWith(symbol, StringComparison.OrdinalIgnoreCase) ? typed[..^symbol.Length]
        : typed;
}
