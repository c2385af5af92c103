using Answerable.Model.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Privacy;

public sealed class CustomerReferenceTests
{
    [Theory]
    [InlineData("FV-411702", "FV-411702")]
    [InlineData(" fv-411702\t", "FV-411702")]
    [InlineData("FV\u2011411702", "FV-411702")]
    [InlineData("FV\u2212411702", "FV-411702")]
    [InlineData("F\u00adV-\u200b411702", "FV-411702")]
    [InlineData("\uff26\uff36-411702", "FV-411702")]
    [InlineData("+44 20 7946 0000", "+442079460000")]
    [InlineData("FV-411702\ufe0f", "FV-411702")]
    [InlineData("FV-\u034f411702\u3164", "FV-411702")]
    [InlineData("FV-\uffa0411702\u2800", "FV-411702")]
    [InlineData("FV\u2043411702\u180b\u17b5", "FV-411702")]
    [InlineData("FV-\u0664\u0661\u0661\u0667\u0660\u0662", "FV-411702")]
    [InlineData("FV-411702\U000E0100", "FV-411702")]
    [InlineData("\u200b\u2060 ", "")]
    public void A_reference_is_found_again_however_it_is_typed(string typed, string folded) => Assert.Equal(folded, CustomerReference.Folded(typed));

    [Theory]
    [InlineData("FV-1", "FV-2")]
    [InlineData("FV-1", "FV1")]
    [InlineData("1-23", "12-3")]
    public void References_that_differ_to_the_eye_stay_apart(string one, string other) =>
        Assert.NotEqual(CustomerReference.Folded(one), CustomerReference.Folded(other));

    [Fact]
    public void A_reference_is_up_to_a_hundred_characters_of_which_some_are_seen()
    {
        Assert.True(CustomerReference.Readable(new string('7', 100)));
        Assert.False(CustomerReference.Readable(new string('7', 101)));
        Assert.False(CustomerReference.Readable("\u200b"));
        Assert.True(CustomerReference.Readable("\ud800"));
    }

    [Fact]
    public void Folding_twice_is_folding_once() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
        CustomerReference.Folded(CustomerReference.Folded(text.Get)) == CustomerReference.Folded(text.Get)));

    [Fact]
    public void What_shows_nothing_tells_no_two_customers_apart()
    {
        var references =
            from signs in Gen.Elements("FV-4117020ab\u00e9".ToCharArray()).NonEmptyListOf()
            from place in Gen.Choose(0, signs.Count)
            from nothing in Gen.Elements("\u200b", "\u2060", "\u00ad", " ", "\u00a0", "\u202e", "\ufeff", "\t")
            select (Plain: string.Concat(signs), With: string.Concat(signs).Insert(place, nothing));
        Check.QuickThrowOnFailure(Prop.ForAll(references.ToArbitrary(), pair =>
            CustomerReference.Folded(pair.With) == CustomerReference.Folded(pair.Plain)));
    }
}
