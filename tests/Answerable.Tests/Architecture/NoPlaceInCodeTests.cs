using System.Text.RegularExpressions;

namespace Answerable.Tests.Architecture;

/// <summary>
/// Where a centre is, and what it reckons in, is said by its settings alone. A place or a currency in a line of the program is a centre
/// that reads its days or its money wrongly; only the settings' own default, data and invented content may name one.
/// </summary>
public sealed partial class NoPlaceInCodeTests
{
    // The mask knows sums of money in what people type by the words of any currency, whatever the centre's.
    private static readonly string[] May =
    [
        "Answerable.Model/Centre/CentreSettings.cs", "Answerable.App/Demo/", "Answerable.Model/Privacy/SecurityCodes.cs", "assets/desk/cardmask.ts",
        "/node_modules/", "/obj/", "/bin/",
    ];

    [Fact]
    public void No_line_of_the_program_names_a_zone_or_a_currency()
    {
        var named = Sources("*.cs", "*.razor", "*.ts")
            .SelectMany(file => Lines(file).Where(line => Place().IsMatch(line.Text)).Select(line => $"{file}:{line.Number}: {line.Text.Trim()}"));
        Assert.Empty(named);
    }

    [Fact]
    public void The_language_of_the_pages_is_named_once_and_money_is_never_written_by_a_culture()
    {
        var files = Sources("*.cs", "*.razor", "*.ts").ToList();
        Assert.Equal(["Local.cs"], files.Where(file => Lines(file).Any(line => line.Text.Contains("en-GB", StringComparison.Ordinal)))
            .Select(Path.GetFileName));
        Assert.Empty(files.SelectMany(file => Lines(file).Where(line => MoneyByCulture().IsMatch(line.Text))
            .Select(line => $"{file}:{line.Number}: {line.Text.Trim()}")));
    }

    [Theory]
    [InlineData("var zone = \"Europe/London\";", true)]
    [InlineData("<span>£@amount</span>", true)]
    [InlineData("Find(\"GBP\")", true)]
    [InlineData("write it as Europe/Dublin", true)]
    [InlineData("var pence = 5;", false)]
    public void What_is_looked_for_is_found(string line, bool found) => Assert.Equal(found, Place().IsMatch(line));

    private static IEnumerable<(int Number, string Text)> Lines(string file) => File.ReadLines(file)
        .Select((text, at) => (at + 1, text)).Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, "src"), pattern, SearchOption.AllDirectories))
        .Where(file => !May.Any(place => file.Contains(place, StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/[A-Z]|[£€]|\b(GBP|EUR|USD)\b|\b[Ss]terling\b|\b[Pp]ounds\b")]
    private static partial Regex Place();

    [GeneratedRegex("""ToString\("C\d?"|:C\d?\}""")]
    private static partial Regex MoneyByCulture();
}
