using Answerable.Model.People;

namespace Answerable.Tests.People;

/// <summary>Long enough, and guessed all the same.</summary>
public sealed class PasswordChoiceTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("qwertyuiop12")]
    [InlineData("abcdefghijkl")]
    [InlineData("letmeinletmein")]
    [InlineData("answerable2026")]
    [InlineData("zoe.okoye2026")]
    [InlineData("OkoyeOkoyeOkoye")]
    public void What_many_choose_ones_own_name_repeats_and_runs_are_refused(string password)
    {
        var refusal = Assert.Single(PasswordRules.Check(password, password, "z.o@centre.example", "Zoe Okoye"));
        Assert.Equal(("password.guessed", "Password"), (refusal.Code, refusal.Field));
    }

    [Theory]
    [InlineData("four unrelated words here")]
    [InlineData("correct horse battery staple")]
    [InlineData("gM4-tz9Q!wre")]
    [InlineData("ein Haus am Wannsee mit Boot")]
    public void Unrelated_words_or_a_generators_letters_are_taken(string password) =>
        Assert.Empty(PasswordRules.Check(password, password, "z.o@centre.example", "Zoe Okoye"));

    [Fact]
    public void However_long_it_is_it_is_taken_at_once_and_whole()
    {
        var words = string.Concat(Enumerable.Repeat("a sentence that only its owner would think of, ", 40));
        Assert.Empty(PasswordRules.Check(words, words, "z.o@centre.example", "Zoe Okoye"));
        Assert.Equal("password.differs", Assert.Single(PasswordRules.Check(words, words + "x", "z.o@centre.example", "Zoe Okoye")).Code);
    }
}
