using Answerable.Model.Journal;
using Answerable.Model.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Privacy;

public sealed class CardMaskTests
{
    [Theory]
    [InlineData("card 4111 1111 1111 1111 cvv 123", "card 4111 11** **** 1111 cvv ***")]
    [InlineData("4111111111111111", "411111******1111")]
    [InlineData("378282246310005", "378282*****0005")]
    [InlineData("4111-1111-1111-1111.", "4111-11**-****-1111.")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "4 1 1 1 1 1 * * * * * * 1 1 1 1")]
    [InlineData("ref 12 4111 1111 1111 1111 then 7", "ref 12 4111 11** **** 1111 then 7")]
    [InlineData("The security code is 4321 on the back", "The security code is **** on the back")]
    [InlineData("CVC: 999", "CVC: ***")]
    [InlineData("visa4111111111111111exp1228", "visa411111******1111exp1228")]
    [InlineData("4111      1111      1111      1111", "4111      11**      ****      1111")]
    [InlineData("4111 1111\n1111 1111", "4111 11**\n**** 1111")]
    [InlineData("4111\u20131111\u20131111\u20131111", "4111\u201311**\u2013****\u20131111")]
    [InlineData("\uFF14\uFF11\uFF11\uFF11 1111 1111 1111", "\uFF14\uFF11\uFF11\uFF11 11** **** 1111")]
    public void A_card_number_or_security_code_is_masked(string typed, string kept) => Assert.Equal(kept, CardMask.Apply(typed));

    [Theory]
    [InlineData("order 4111111111111112 arrived")] // fails Luhn
    [InlineData("phone 0131 496 0000 and 020 7946 0000")]
    [InlineData("meter 12345 read 06789 on 9 Oct 2026")]
    [InlineData("refund of 50.00 agreed")]
    [InlineData("nothing here")]
    [InlineData("")]
    public void Other_numbers_are_left_alone(string typed) => Assert.Equal(typed, CardMask.Apply(typed));

    [Fact]
    public void Masking_twice_is_masking_once() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
        CardMask.Apply(CardMask.Apply(text.Get)) == CardMask.Apply(text.Get)));

    [Fact]
    public void No_valid_card_number_of_any_length_or_spacing_survives()
    {
        var cards = from length in Gen.Choose(13, 19)
                    from digits in Gen.ArrayOf(Gen.Choose(0, 9), length - 2)
                    from first in Gen.Choose(1, 9)
                    from spacing in Gen.Elements("", " ", "-", "  ", "\t", "\u2009", " - ", "\r\n", "     ")
                    select string.Join(spacing, WithCheckDigit([first, .. digits]));
        Check.QuickThrowOnFailure(Prop.ForAll(cards.ToArbitrary(), card =>
        {
            var kept = CardMask.Apply($"pay by {card} please");
            return kept.Count(character => character == '*') == card.Count(char.IsDigit) - 10;
        }));
    }

    private static int[] WithCheckDigit(int[] digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[digits.Length - 1 - place];
            if (place % 2 == 0)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return [.. digits, (10 - sum % 10) % 10];
    }
}
