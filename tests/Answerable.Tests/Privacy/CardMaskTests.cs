using Answerable.Model.Journal;
using Answerable.Model.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Privacy;

public sealed class CardMaskTests
{
    [Fact]
    public void Every_example_is_kept_as_the_table_says() =>
        Assert.All(CardExamples.All, example => Assert.Equal(example.Kept, CardMask.Apply(example.Typed)));

    [Fact]
    public void Masking_an_example_twice_is_masking_it_once() =>
        Assert.All(CardExamples.All, example => Assert.Equal(example.Kept, CardMask.Apply(example.Kept)));

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
        Check.QuickThrowOnFailure(Prop.ForAll(cards.ToArbitrary(), card => Digits(CardMask.Apply($"pay by {card} please")) <= 10));
    }

    [Fact]
    public void No_great_schemes_card_survives_whatever_parts_its_groups_and_stands_around_it()
    {
        var cards = from first in Gen.Elements(3, 4, 5, 6)
                    from digits in Gen.ArrayOf(Gen.Choose(0, 9), 14)
                    from between in Gen.Elements(
                        ",", ":", ";", "*", "**", "|", "=", "~", "#", " x ", " dash ", " then ", ", and ", "</b> <b>", "'", "\"",
                        "->", "\u00b7", "\u200d", " \u2022 ", "%20", "_", "\u3000")
                    from around in Gen.Elements("", "*", "**", "_", "`", "#", "(", "visa", "\u202e")
                    let all = WithCheckDigit([first, .. digits])
                    select around + string.Join(between, all.Chunk(4).Select(four => string.Concat(four))) + around;
        Check.QuickThrowOnFailure(Prop.ForAll(cards.ToArbitrary(), card =>
            Digits(CardMask.Apply($"pay by {card} please").Replace("%20", "", StringComparison.Ordinal)) <= 10));
    }

    private static int Digits(string text) => text.Count(char.IsDigit);

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
