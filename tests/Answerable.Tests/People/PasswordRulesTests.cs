using Answerable.Model.People;

namespace Answerable.Tests.People;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("twelve chars", null)]
    [InlineData("eleven char", "password.short")]
    [InlineData("", "password.short")]
    [InlineData("aaaabbbbccccdddd", "password.monotonous")]
    [InlineData("aaaabbbbccccddde", "password.guessed")]
    public void Length_and_some_variety_are_asked(string password, string? code) => Assert.Equal(code, CodeOf(password, password));

    [Theory]
    [InlineData("the DAWN chorus", "dawn@centre.example", "password.name")]
    [InlineData("the dusk chorus", "dawn@centre.example", null)]
    [InlineData("the dawn chorus", "", null)]
    public void Ones_own_name_is_left_out_of_it(string password, string email, string? code) => Assert.Equal(code, CodeOf(password, password, email));

    [Fact]
    public void Typed_twice_it_must_be_the_same() => Assert.Equal("password.differs", CodeOf("four unrelated words", "four unrelated word"));

    [Fact]
    public void Each_fault_is_said_at_its_field_with_what_to_do()
    {
        var refusals = PasswordRules.Check("dawn", "dusk", "dawn@centre.example", field: "New");
        Assert.Equal(
        [
            ("New", "Use at least 12 characters. Three or four unrelated words do well."),
            ("New", "Leave your own name out of it."),
            ("Again", "The two are not the same. Type both again."),
        ], refusals.Select(refusal => (refusal.Field!, refusal.Text)));
        Assert.Equal("Use more different characters.", Assert.Single(PasswordRules.Check("aaaaaaaaaaaa", "aaaaaaaaaaaa")).Text);
    }

    private static string? CodeOf(string password, string again, string email = "") =>
        PasswordRules.Check(password, again, email).SingleOrDefault()?.Code;
}
