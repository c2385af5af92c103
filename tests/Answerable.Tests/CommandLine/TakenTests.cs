using System.CommandLine;
using Answerable.Web.CommandLine;
using Known = Answerable.Web.CommandLine.Verbs;

namespace Answerable.Tests.CommandLine;

/// <summary>Every verb with every option: what cannot be read, is missing or is unknown is refused by its name, in words.</summary>
public sealed class TakenTests
{
    private const string Amiss = "no-such-thing";

    public static TheoryData<string, string> Options => new(Verbs().SelectMany(verb => verb.Options.Append(OpenedCentre.Database)
        .Where(option => option.ValueType != typeof(bool)).Select(option => (Path(verb), option.Name))));

    public static TheoryData<string> All => new(Verbs().Select(Path));

    /// <summary>Words that lead to verbs and are none.</summary>
    public static TheoryData<string> Leading => new(Under(Known.Root).Where(word => word.Action is null && word.Name != "run").Select(Path));

    [Theory, MemberData(nameof(Options))]
    public void A_word_that_an_option_does_not_take_is_refused_by_the_options_name_and_by_that_alone(string verb, string option)
    {
        var typed = Option(verb, option).ValueType is var type && !type.IsAssignableFrom(typeof(string)) && !type.IsArray && type != typeof(FileInfo);
        var refusals = Refusals([.. Sound(verb, option), option, Amiss]);
        if (typed)
            Assert.Matches($"^{option}: '{Amiss}' is not an? [a-z].*[a-z0-9]\\.$", Assert.Single(refusals));
        AssertInWords(refusals);
    }

    [Theory, MemberData(nameof(Options))]
    public void An_option_that_is_left_out_is_asked_for_by_its_name_where_it_is_needed(string verb, string option)
    {
        var refusals = Refusals(Sound(verb, option));
        if (Option(verb, option).Required)
            Assert.Contains(option, Assert.Single(refusals), StringComparison.Ordinal);
        else
            Assert.Empty(refusals);
    }

    [Theory, MemberData(nameof(Options))]
    public void An_option_without_its_word_asks_for_it(string verb, string option)
    {
        var refusals = Refusals([.. Sound(verb, option), option]);
        Assert.Contains(option, Assert.Single(refusals), StringComparison.Ordinal);
        AssertInWords(refusals);
    }

    [Theory, MemberData(nameof(All))]
    public void What_a_verb_does_not_know_is_named(string verb)
    {
        var refusals = Refusals([.. Sound(verb), "--nonesuch"]);
        Assert.Contains(refusals, refusal => refusal.Contains("--nonesuch", StringComparison.Ordinal));
        AssertInWords(refusals);
    }

    [Theory, MemberData(nameof(Leading))]
    public async Task What_a_word_that_leads_to_verbs_does_not_know_is_refused(string word) =>
        Assert.Equal(2, await Known.RunAsync([.. word.Split(' '), "--nonesuch", "x"]));

    [Fact]
    public void A_word_that_is_no_verb_is_said_to_be_none_and_nothing_else() => Assert.Equal(["There is no verb helth."], Refusals(["helth"]));

    [Theory, MemberData(nameof(All))]
    public void An_argument_that_cannot_be_read_or_is_missing_is_said(string verb)
    {
        foreach (var argument in Verb(verb).Arguments.Where(argument => argument.ValueType == typeof(Guid)))
            Assert.Equal([$"{argument.Name}: '{Amiss}' is not an id, as a list shows it."], Refusals([.. Sound(verb, arguments: false), Amiss]));
        var refusals = Refusals(Sound(verb, arguments: false));
        Assert.Equal(Verb(verb).Arguments.Any(), refusals.Count > 0);
        AssertInWords(refusals);
    }

    [Fact]
    public void A_word_that_is_none_of_those_an_option_takes_is_refused_in_one_line_that_names_them() =>
        Assert.Equal(["--holidays: 'mars' is none of none, england-and-wales, scotland, northern-ireland."],
            Refusals(["forecast", "--in", "x", "--holidays", "mars"]));

    /// <summary>In 0.1.0 a wrong number of days brought the whole command line down, by the name of its type.</summary>
    [Theory]
    [InlineData(2, "rehearse", "--procedure", "x", "--version", "1", "--days", "many")]
    [InlineData(2, "forecast", "--in", "x", "--bin", "many")]
    [InlineData(2, "roster", "--in", "x", "--seconds", "long")]
    [InlineData(2, "demo", "fill", "--days", "many")]
    [InlineData(2, "nonesuch")]
    [InlineData(2, "--database", "x", "nonesuch")]
    [InlineData(2, "--empty", "kpi")]
    [InlineData(1, "staff", "--in", "/nonesuch/x.csv", "--out", "/nonesuch/y.csv")]
    [InlineData(1, "cover", "--in", "nonesuch.json")]
    [InlineData(1, "journal", "verify", "--database", "")]
    [InlineData(1, "journal", "verify", "--database", "/nonesuch/x.db")]
    [InlineData(1, "--database", "/nonesuch/x.db", "--key-file=/nonesuch/k", "journal", "verify")]
    [InlineData(1, "journal", "--database=/nonesuch/x.db", "verify")]
    [InlineData(1, "kpi", "contacts", "--from", "2026-10-01", "--to", "2026-10-02", "--database", "Data Source=/nonesuch/x.db")]
    [InlineData(1, "journal", "verify", "--database", "Host=127.0.0.1;Nonesuch=1")]
    public async Task The_shell_is_told_whether_it_was_asked_wrongly_or_failed(int exit, params string[] words) =>
        Assert.Equal(exit, await Known.RunAsync(words));

    [Fact]
    public void The_servers_options_are_told_of()
    {
        Assert.True(Known.Asked(["run", "--help"]));
        Assert.False(Known.Asked(["run", "--urls", "http://127.0.0.1:1"]));
        Assert.Equal(["--urls", "--empty", "--demo", "--address", "--certificate", "--certificate-key", "--proxies", "--metrics", "--log"],
            Verb("run").Options.Select(option => option.Name));
        var settings = AskedServer.Of(["run", "--urls=http://127.0.0.1:1", "--empty", "--SignInsPerMinute", "3"]).Follow();
        Assert.Equal(("http://127.0.0.1:1", false), (settings.Urls, settings.Demo));
        Assert.Equal(["--SignInsPerMinute", "3"], settings.Rest);
    }

    [Theory]
    [InlineData("notaurl", true)]
    [InlineData("http://127.0.0.1:1;ftp://x", true)]
    [InlineData("http://127.0.0.1:1/path", true)]
    [InlineData("http://127.0.0.1:1;https://*:2", false)]
    [InlineData("http://+:3", false)]
    [InlineData("http://unix:/run/answerable.sock", false)]
    public void An_address_to_answer_at_that_is_none_is_refused(string urls, bool refused)
    {
        var said = Refusals(["run", "--urls", urls]);
        Assert.Equal(refused, said.Count == 1 && said[0].StartsWith("--urls: '", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "--demo")]
    [InlineData(false, "--demo", "--empty")]
    public void An_invented_centre_is_begun_only_where_it_is_asked_for(bool demo, params string[] words) =>
        Assert.Equal(demo, AskedServer.Of(words).Follow().Demo);

    [Theory]
    [InlineData("'run' has no option --data.", "run", "--data", "x")]
    [InlineData("--data", "--data", "x")]
    [InlineData("--data", "--database", "x", "run", "--data=x")]
    [InlineData("--SignInsPerHour", "--SignInsPerHour=3")]
    [InlineData("stray", "run", "stray")]
    [InlineData("perhaps", "run", "--empty=perhaps")]
    [InlineData("--urls", "run", "--urls")]
    public void What_the_server_does_not_know_is_named_and_it_does_not_start(string named, params string[] words)
    {
        Assert.False(Known.Asked(words));
        var refusals = Taken.Refusals(AskedServer.Of(words).Options);
        Assert.Contains(refusals, refusal => refusal.Contains(named, StringComparison.Ordinal));
        AssertInWords(refusals);
        Assert.Equal(Exit.Usage, Known.Misread(AskedServer.Of(words).Options));
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("--database", "run", "run", "--empty", "--urls", "http://127.0.0.1:1")]
    [InlineData("--SignInsPerMinute=3", "--Logging:LogLevel:Default", "Information", "--empty=true", "--measures:ImageMegabytes=64")]
    public void What_the_server_knows_is_taken(params string[] words) => Assert.Null(Known.Misread(AskedServer.Of(words).Options));

    private static void AssertInWords(IEnumerable<string> refusals) => Assert.All(refusals, refusal =>
        Assert.DoesNotMatch(@"System\.|expected type|`\d|Nullable|Int32|Unhandled", refusal));

    private static IReadOnlyList<string> Refusals(IEnumerable<string> words) => Taken.Refusals(Known.Root.Parse([.. words]));

    /// <summary>The verb with all it needs, but for one option.</summary>
    private static IEnumerable<string> Sound(string verb, string? but = null, bool arguments = true) =>
    [
        .. verb.Split(' '),
        .. Verb(verb).Options.Where(option => option.Required && option.Name != but).SelectMany(option => new[] { option.Name, Word(option) }),
        .. Verb(verb).Arguments.Where(_ => arguments).Select(argument => argument.ValueType == typeof(Guid) ? $"{Guid.Empty}" : "x"),
    ];

    private static string Word(Option option) =>
        option.Name == "--shift-end" ? "preempt" : option.ValueType == typeof(DateOnly) ? "2026-10-01" : "1";

    private static IEnumerable<Command> Verbs() => Under(Known.Root).Where(verb => verb.Action is not null || verb.Name == "run");

    private static IEnumerable<Command> Under(Command command) => command.Subcommands.SelectMany(below => Under(below).Prepend(below));

    private static string Path(Command verb) =>
        string.Join(' ', verb.Parents.OfType<Command>().Where(parent => parent != Known.Root).Select(parent => parent.Name).Append(verb.Name));

    private static Command Verb(string path) =>
        path.Split(' ').Aggregate((Command)Known.Root, (command, name) => command.Subcommands.Single(below => below.Name == name));

    private static Option Option(string verb, string name) => Verb(verb).Options.Append(OpenedCentre.Database).First(option => option.Name == name);
}
