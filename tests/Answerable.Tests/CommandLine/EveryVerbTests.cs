using System.Text.Json;
using Answerable.Tests.Planning;
using Answerable.Web.CommandLine;

namespace Answerable.Tests.CommandLine;

/// <summary>What holds of every verb there is, as somebody meets it who makes mistakes.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class EveryVerbTests : IDisposable
{
    /// <summary>Those that make the database they are asked of, or write where there was none. Every other leaves it alone.</summary>
    private static readonly string[] Makers = ["demo fill", "import", "import calls", "schema migrate"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-every-verb-");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string> Words => [.. KnownVerbs.Words];

    public static TheoryData<string> All => [.. KnownVerbs.All];

    public static TheoryData<string> WithJson =>
        [.. KnownVerbs.All.Where(verb => KnownVerbs.Verb(verb).Options.Any(option => option.Name == "--json"))];

    private string Missing => Path.Combine(_folder.FullName, "none.db");

    [Theory, MemberData(nameof(Words))]
    public async Task Help_is_printed_and_is_no_failure(string verb)
    {
        foreach (var help in new[] { "--help", "-h", "-?" })
        {
            var typed = await Typed.RunAsync([.. verb.Split(' '), help]);
            Assert.Equal((0, ""), (typed.Exit, typed.Error));
            Assert.Contains($"Usage:\n  answerable {verb}", typed.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_unknown_option_is_named_in_one_sentence_before_the_verb_or_behind_it(string verb)
    {
        await AssertMisusedAsync("has no option --nonesuch.", [.. KnownVerbs.Sound(verb), "--nonesuch"]);
        await AssertMisusedAsync("has no option --nonesuch.", ["--nonesuch", .. KnownVerbs.Sound(verb)]);
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_option_without_its_value_is_named_in_one_sentence(string verb)
    {
        foreach (var option in KnownVerbs.Verb(verb).Options.Append(OpenedCentre.Database).Append(OpenedCentre.KeyFile)
            .Where(option => option.Arity.MinimumNumberOfValues > 0 && !option.Required))
        {
            await AssertMisusedAsync($"'{option.Name}'", [.. KnownVerbs.Sound(verb), option.Name]);
            // Nor is the option behind it its value.
            await AssertMisusedAsync($"'{option.Name}'", [option.Name, "--key-file", "x", .. KnownVerbs.Sound(verb)]);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_word_too_many_is_named_in_one_sentence(string verb)
    {
        if (KnownVerbs.Verb(verb).Arguments.All(argument => argument.Arity.MaximumNumberOfValues == 1))
            await AssertMisusedAsync("stray", [.. KnownVerbs.Sound(verb), "stray"]);
    }

    /// <summary>Not even where the words are in order: what only asks finds nothing, and says so.</summary>
    [Theory, MemberData(nameof(All))]
    public async Task A_database_that_is_not_there_is_made_by_none_but_those_that_make_one(string verb)
    {
        if (Makers.Contains(verb))
            return;
        var typed = await Typed.RunAsync([.. KnownVerbs.Sound(verb), "--database", Missing, "--key-file", Missing + ".key"]);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
        Assert.True(typed.Exit == 0 || typed is { Output: "", Said.Length: 1 }, typed.Error);
    }

    [Theory, MemberData(nameof(WithJson))]
    public async Task What_is_printed_for_machines_is_one_document_or_nothing(string verb)
    {
        if (Makers.Contains(verb))
            return;
        var typed = await Typed.RunAsync([.. KnownVerbs.Sound(verb), "--json", "--database", Missing]);
        if (typed.Exit == 0)
            JsonDocument.Parse(typed.Output).Dispose();
        else
            Assert.Equal("", typed.Output);
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_database_named_in_no_way_that_is_known_is_refused_without_its_password(string verb)
    {
        foreach (var name in new[]
        {
            "mysql://desk:t0psecret@here/x", "postgres://:t0psecret@", "postgres://desk:t0psecret@here:notaport/x",
            "postgres://desk:t0psecret@here/x?nonesuch=t0psecret", "Server=here;Password=t0psecret;Nonesuch=1", "Password=t0psecret;User=desk",
            "Data Source=x.db;Password=t0psecret", "Host=;Password=t0psecret", "Host=here;Port=t0psecret", "\"t0psecret=", ":memory:", " ",
        })
        {
            var typed = await Typed.RunAsync([.. KnownVerbs.Sound(verb), "--database", name]);
            Assert.DoesNotContain("t0psecret", typed.Error + typed.Output, StringComparison.Ordinal);
            Assert.True(typed.Exit == 0 || typed.Said.Length == 1, $"{name}: {typed.Error}");
        }
    }

    private static async Task AssertMisusedAsync(string named, params string[] words)
    {
        var typed = await Typed.RunAsync(words);
        Assert.True(typed is { Exit: 2, Output: "", Said: [_, "See --help."] },
            $"{string.Join(' ', words)}: {typed.Exit} {typed.Error}{typed.Output}");
        Assert.Contains(named, typed.Said[0], StringComparison.Ordinal);
        Assert.EndsWith(".", typed.Said[0], StringComparison.Ordinal);
    }
}
