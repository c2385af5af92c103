using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures.Drawing;

/// <summary>What a shape says, broken into lines that fit it. At a size of 14 there is room for 136 units of it in a
/// shape of the usual width.</summary>
public sealed class DrawnTextTests
{
    /// <summary>How many of a character stand on a line: so many of the narrow, fewer of the wide.</summary>
    [Theory]
    [InlineData("iljI.,':;!|", 30, 'I', 13)]
    [InlineData("ftr()-/", 23, ' ', 0)]
    [InlineData("mwMW@%…", 10, ' ', 0)]
    [InlineData("abcé", 16, ' ', 0)]
    [InlineData("ABC059É", 13, ' ', 0)]
    [InlineData("日本⺁", 8, '⺀', 16)]
    public void A_word_too_long_for_a_line_is_broken_where_it_must_be(string characters, int fits, char but, int fitsOfThat)
    {
        foreach (var character in characters)
        {
            var most = character == but ? fitsOfThat : fits;
            Assert.Equal([new string(character, most), new string(character, most), new string(character, 1)],
                Lines(new string(character, (2 * most) + 1)));
        }
        if (!characters.Contains(but, StringComparison.Ordinal) && but != ' ')
            Assert.Equal(fitsOfThat, Lines(new string(but, fitsOfThat + 1))[0].Length);
    }

    [Fact]
    public void A_line_takes_as_many_words_as_fit_and_not_one_more()
    {
        // 16 of these fit, a space being as wide as half of one.
        Assert.Equal(["aaaaaaa aaaaaaaa"], Lines("aaaaaaa aaaaaaaa"));
        Assert.Equal(["aaaaaaaa", "aaaaaaaa"], Lines("aaaaaaaa aaaaaaaa"));
        Assert.Equal(["aa bb cc", "dddddddddddddd", "ee"], Lines("  aa\tbb  cc\ndddddddddddddd ee "));
        Assert.Empty(Lines("   "));
    }

    [Fact]
    public void What_needs_more_than_four_lines_ends_in_an_ellipsis_that_fits()
    {
        Assert.Equal(4, Lines("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd").Count);
        Assert.Equal(["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd…"],
            Lines("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee"));
        Assert.Equal("dddddddddddddd…", Lines("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddddddddd eeeeeeeeee")[3]);
        // A space before it goes as well.
        Assert.Equal("dddddddddddddd…", Lines("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddddddd e eeeeeeeeeeeeeeee")[3]);
        Assert.Equal(4, Lines(string.Join(' ', Enumerable.Repeat("aaaaaaaaaa", 400))).Count);
    }

    [Fact]
    public void No_word_is_lost_or_added() => Check.One(Tries.Of(200), Prop.ForAll(
        Gen.Choose(1, 14).Select(length => new string('a', length)).ArrayOf(4).ToArbitrary(),
        words => Lines(string.Join(' ', words)) is var lines && string.Join(' ', lines) == string.Join(' ', words)));

    [Fact]
    public void A_step_notes_what_is_strict_what_authority_it_demands_and_to_whom_it_may_pass()
    {
        var step = new Step("n1", "Refund")
        {
            Strictness = Strictness.Strict,
            Authority = new AuthorityDemand("refund"),
            Referral = new ReferralPoint(Role.TeamLeader),
        };
        Assert.Equal(["Strict", "Authority: refund", "↗ Team leader"], Drawn(step).Text.Notes);
        Assert.Empty(Drawn(new Step("n1", "Refund")).Text.Notes);
        Assert.Empty(Drawn(new Step("n1", "Refund") { Strictness = Strictness.Optional }).Text.Notes);
        // 136 units at a size of 12: a note has one line.
        foreach (var (kind, note) in new[] { ("exceptions", "Authority: exceptions"), ("exceptionxs", "Authority:…") })
            Assert.Equal([note], Drawn(new Step("n1", "Refund") { Authority = new AuthorityDemand(kind) }).Text.Notes);
    }

    [Fact]
    public void An_ending_says_whether_it_resolves() =>
        Assert.Equal([["✓ Resolved"], ["✕ Not resolved"]],
            [Drawn(new Ending("n1", "Done", true)).Text.Notes, Drawn(new Ending("n1", "Not done", false)).Text.Notes]);

    [Fact]
    public void A_decision_says_its_question_or_its_title_where_it_asks_nothing_yet()
    {
        Assert.Equal("Was it so?", Drawn(new Decision("n1", "Whether") { Question = "Was it so?" }).Text.Full);
        Assert.Equal("Whether", Drawn(new Decision("n1", "Whether")).Text.Full);
    }

    /// <summary>Each answer has a width of 92 and at most three lines of 82; the cell is as high as the longest of them needs.</summary>
    [Fact]
    public void Answers_stand_side_by_side_in_cells_as_high_as_the_longest_needs()
    {
        var shape = Drawn(new Decision("n1", "Whether")
        { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No, longer ago than that"), new Answer("a3", "Not yet")] });
        Assert.Equal(3 * 92, shape.Box.Width);
        Assert.Equal([0, 92, 184], shape.Answers.Select(cell => cell.Box.X - shape.Box.X));
        Assert.All(shape.Answers, cell => Assert.Equal((92, (2 * 16) + 10, shape.Box.Bottom), (cell.Box.Width, cell.Box.Height, cell.Box.Bottom)));
        Assert.Equal([["Yes"], ["No, longer", "ago than that"], ["Not yet"]], shape.Answers.Select(cell => cell.Lines));
        var few = Drawn(new Decision("n1", "Whether") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "")] });
        Assert.Equal((190, 95, 26), (few.Box.Width, few.Answers[1].Box.Width, few.Answers[0].Box.Height));
        Assert.Empty(Drawn(new Decision("n1", "Whether")).Answers);
        Assert.Equal(Drawn(new Ending("n1", "Whether", true)).Box.Height - 16, Drawn(new Decision("n1", "Whether")).Box.Height);
    }

    /// <summary>24 of margin, 19 a line of text, 16 a note; a shape that says nothing is as high as one with a line.</summary>
    [Theory]
    [InlineData("", 39)]
    [InlineData("Greet", 39)]
    [InlineData("Greet the customer there", 58)]
    public void A_shape_is_as_high_as_what_it_says(string title, double height)
    {
        Assert.Equal(height, Drawn(new Step("n1", title)).Box.Height);
        Assert.Equal(height + 16, Drawn(new Step("n1", title) { Strictness = Strictness.Strict }).Box.Height);
        Assert.Equal(190, Drawn(new Step("n1", title)).Box.Width);
    }

    private static IReadOnlyList<string> Lines(string title) => Drawn(new Step("n1", title)).Text.Lines;

    private static Shape Drawn(Node node) => ChartLayout.Of(new Chart([node])).Shapes.Single(shape => shape.Key == node.Key);
}
