using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Tests;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("Café", "Cafe\u0301")]
    [InlineData("Café", "CAFÉ")]
    [InlineData("Water", "Wa\u200bter")]
    [InlineData("Water", "Ｗａｔｅｒ")]
    [InlineData("Water and waste", "Water\u00a0 and waste")]
    [InlineData("Water", "Wa\u200dter")]
    public void Names_that_look_alike_are_one(string name, string other) => Assert.True(name.LooksLike(other) && other.LooksLike(name));

    [Theory]
    [InlineData("Water", "Waste")]
    [InlineData("Cafe", "Café")]
    [InlineData("Water 1", "Water 2")]
    [InlineData("\ud800x", "x")]
    public void Names_that_do_not_are_two(string name, string other) => Assert.False(name.LooksLike(other));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \t\r\n", "")]
    [InlineData("\u200b", "")]
    [InlineData("\ufeff \u2060\u00ad", "")]
    [InlineData("\u0001", "")]
    [InlineData("\u202e\u2066", "")]
    [InlineData("\u3164", "")]
    [InlineData("\u2800", "")]
    [InlineData("\ufe0f\u0301", "")]
    [InlineData("\U000E0041", "")]
    [InlineData(" a ", "a")]
    [InlineData("\u200bx", "\u200bx")]
    [InlineData("é", "é")]
    [InlineData(".", ".")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Text_that_shows_nothing_is_empty(string? text, string shown) => Assert.Equal(shown, text.Shown());

    [Theory]
    [InlineData("Agent", Role.Agent)]
    [InlineData("seniorAGENT", Role.SeniorAgent)]
    [InlineData("Agent,SeniorAgent", null)]
    [InlineData("1", null)]
    [InlineData("-1", null)]
    [InlineData(" Agent", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void One_of_a_set_is_read_by_its_name_alone(string? word, Role? role)
    {
        Assert.Equal(role, ByName.Of<Role>(word));
        if (role is null)
            Assert.Throws<InvalidDataException>(() => ByName.Kept<FactKind>(word ?? ""));
    }
}
