using System.CommandLine;
using Answerable.Web.CommandLine;
using Known = Answerable.Web.CommandLine.Verbs;

namespace Answerable.Tests.CommandLine;

/// <summary>Options stand where people write them: before a verb, between its words, behind it.</summary>
public sealed class AnywhereTests
{
    public static TheoryData<string> Options => new(Under(Known.Root).Where(verb => verb.Action is not null)
        .SelectMany(verb => verb.Options.Where(option => option.Name != "--version").Select(option =>
            $"{Path(verb)} {option.Name}{(Takes(option) ? " 1" : "")}")));

    [Theory, MemberData(nameof(Options))]
    public void An_option_before_the_verb_or_amid_its_words_is_the_verbs(string words)
    {
        var typed = words.Split(' ');
        var option = typed.SkipWhile(word => !word.StartsWith('-')).ToList();
        var verb = typed[..^option.Count];
        for (var place = 0; place < verb.Length; place++)
        {
            string[] moved = [.. verb[..place], .. option, .. verb[place..]];
            var found = VerbFirst.Of(Known.Root, moved);
            Assert.Equal((string.Join(' ', verb), string.Join(' ', option)), (string.Join(' ', found.Verb), string.Join(' ', found.Rest)));
            Assert.Equal(verb[0] != "run", Known.Asked(moved));
        }
    }

    [Theory]
    [InlineData("journal verify --json --database x.db", "--json", "--database", "x.db", "journal", "verify")]
    [InlineData("journal verify --database=x.db", "journal", "--database=x.db", "verify")]
    [InlineData("demo fill --days 3", "--days", "3", "demo", "fill")]
    [InlineData("import calls calls.csv --map id=Ref", "import", "--map", "id=Ref", "calls", "calls.csv")]
    [InlineData("import calls c.csv --map id=Ref arrived=At", "import", "--map", "id=Ref", "arrived=At", "calls", "c.csv")]
    [InlineData("import --file c.csv --map id=Ref arrived=At --dry-run", "import", "--file", "c.csv", "--map", "id=Ref", "arrived=At", "--dry-run")]
    [InlineData("import --json --file calls.csv", "--json", "import", "--file", "calls.csv")]
    [InlineData("rehearse --procedure p --version 2", "rehearse", "--procedure", "p", "--version", "2")]
    [InlineData("health --nonesuch", "--nonesuch", "health")]
    [InlineData("run --SignInsPerMinute 3 --demo", "--SignInsPerMinute", "3", "--demo", "run")]
    [InlineData("--database journal", "--database", "journal")]
    public void What_is_moved_takes_its_word_along(string arranged, params string[] typed) =>
        Assert.Equal(arranged, string.Join(' ', VerbFirst.Of(Known.Root, typed).Words));

    /// <summary>Before its verb nobody knows whose option it is.</summary>
    [Fact]
    public void An_option_takes_a_word_with_every_verb_or_with_none() => Assert.All(
        Under(Known.Root).SelectMany(verb => verb.Options).Where(option => option.Name != "--version").GroupBy(option => option.Name),
        same => Assert.Single(same.Select(Takes).Distinct()));

    [Fact]
    public async Task Help_names_the_program_and_no_file_of_it()
    {
        foreach (var verb in Under(Known.Root))
        {
            await using var said = new StringWriter();
            await Known.Root.Parse([.. Path(verb).Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])
                .InvokeAsync(new InvocationConfiguration { Output = said }, TestContext.Current.CancellationToken);
            Assert.Contains("  answerable", said.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Answerable.", said.ToString(), StringComparison.Ordinal);
        }
    }

    private static bool Takes(Option option) => option.Arity.MinimumNumberOfValues > 0;

    private static IEnumerable<Command> Under(Command command) => command.Subcommands.SelectMany(Under).Prepend(command);

    private static string Path(Command verb) =>
        string.Join(' ', verb.Parents.OfType<Command>().Where(parent => parent != Known.Root).Append(verb).Where(one => one != Known.Root)
            .Select(one => one.Name));
}
