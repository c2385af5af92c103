using Answerable.Web.CommandLine;

namespace Answerable.Tests.CommandLine;

public sealed class VerbsTests
{
    [Theory]
    [InlineData("kpi", "contacts", "--from", "2026-09-01", "--to", "2026-09-02", "--split", "")]
    [InlineData("kpi", "contacts", "--from", "2026-09-01", "--to", "2026-09-02", "--kind", "")]
    [InlineData("kpi", "contacts", "--from", "2026-09-01", "--to", "2026-09-02", "--kind", "live,0")]
    [InlineData("import", "calls", "/dev/null", "--profile", "generic-csv", "--map", "id")]
    [InlineData("forecast", "--in", "x", "--closed", "2026-99-99")]
    [InlineData("forecast", "--in", "x", "--closed", "2026-03-25=campaign")]
    [InlineData("forecast", "--in", "x", "--special", "2026-03-25")]
    [InlineData("forecast", "--in", "x", "--bin", "7")]
    [InlineData("centre", "set", "--special", "2026-99-99=closed", "--why", "x")]
    public async Task A_slip_of_whoever_types_ends_with_two(params string[] words) => Assert.Equal(Exit.Usage, await Verbs.RunAsync(words));

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
