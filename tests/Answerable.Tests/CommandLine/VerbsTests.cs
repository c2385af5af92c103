using Answerable.Web.CommandLine;

namespace Answerable.Tests.CommandLine;

public sealed class VerbsTests
{
    [Theory]
    [InlineData(true, "journal", "verify")]
    [InlineData(true, "--help")]
    [InlineData(true, "--database", "centre.db", "journal", "verify")]
    [InlineData(true, "--database=centre.db", "journal", "verify")]
    [InlineData(true, "--database", "centre.db", "--help")]
    [InlineData(false)]
    [InlineData(false, "--empty")]
    [InlineData(false, "--database", "centre.db")]
    [InlineData(false, "--database=centre.db", "--urls", "http://127.0.0.1:8080")]
    [InlineData(false, "--urls", "http://127.0.0.1:8080")]
    public void A_verb_is_a_verb_though_the_database_is_named_before_it(bool asked, params string[] args) => Assert.Equal(asked, Verbs.Asked(args));
}
