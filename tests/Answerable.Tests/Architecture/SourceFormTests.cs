using System.Reflection.Metadata;

namespace Answerable.Tests.Architecture;

/// <summary>What can be read without moving the eyes far: no line wider than half a screen, no method longer than one (STYLE.md).</summary>
public sealed class SourceFormTests
{
    private const int WidestLine = 150;
    private const int LongestMethod = 60;

    private static readonly string[] Kinds = [".cs", ".razor", ".ts", ".css", ".sql"];
    private static readonly string[] NotOurs = ["node_modules", "wwwroot", "obj", "bin", "artifacts"];

    [Fact]
    public void No_line_is_wider_than_the_house_allows()
    {
        var frozen = Directory.EnumerateFiles(Repository.Path("tests/Answerable.Tests/Architecture"), "scripts.*.txt")
            .SelectMany(File.ReadLines).Select(line => Repository.Path(line.Split("  ")[1])).ToHashSet();
        var sources = new[] { "src", "tests", "bench" }.SelectMany(part => Sources(new DirectoryInfo(Repository.Path(part)))).ToList();
        Assert.True(sources.Count > 1000, "The sources were not found.");
        var wide = sources.Except(frozen).SelectMany(file => File.ReadLines(file)
            .Select((text, at) => (Number: at + 1, text.Length)).Where(line => line.Length > WidestLine)
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} is {line.Length} wide")).ToList();
        Assert.True(wide.Count == 0,
            $"Wider than {WidestLine}; break where an argument, an arrow or an attribute begins:\n{string.Join('\n', wide)}");
    }

    [Theory]
    [InlineData("Answerable.Model"), InlineData("Answerable.Simulation"), InlineData("Answerable.Analysis"), InlineData("Answerable.App")]
    [InlineData("Answerable.Web"), InlineData("Answerable.Tests")]
    public void No_method_is_longer_than_the_house_allows(string assembly)
    {
        var methods = Methods(assembly).ToList();
        Assert.NotEmpty(methods);
        var longs = methods.Where(method => method.Lines > LongestMethod).Select(method => $"{method.Where} is {method.Lines} long").ToList();
        Assert.True(longs.Count == 0, $"Longer than {LongestMethod}; part them where what they do changes:\n{string.Join('\n', longs)}");
    }

    /// <summary>Read by the framework, a word from outside may be a number of no value or a list that adds up to another.</summary>
    [Fact]
    public void A_word_becomes_one_of_a_set_of_values_in_one_place()
    {
        string[] bare = ["Enum.Parse", "Enum.TryParse", "Enum.ToObject"];
        var sources = Sources(new DirectoryInfo(Repository.Path("src"))).Where(file => !file.EndsWith("/ByName.cs", StringComparison.Ordinal));
        var found = sources.SelectMany(file => File.ReadLines(file).Where(text => bare.Any(word => text.Contains(word, StringComparison.Ordinal)))
            .Select(text => $"{Path.GetRelativePath(Repository.Root, file)}: {text.Trim()}")).ToList();
        Assert.True(found.Count == 0, $"Read it with ByName.Of:\n{string.Join('\n', found)}");
    }

    /// <summary>Spaces are not all that shows nothing. A customer's reference and what is searched for need not be there.</summary>
    [Fact]
    public void Whether_a_text_is_empty_is_asked_in_one_place()
    {
        string[] optional = ["StartContact.cs", "PeopleList.cs"];
        var found = new[] { "src/Answerable.App", "src/Answerable.Model" }.SelectMany(part => Sources(new DirectoryInfo(Repository.Path(part))))
            .Where(file => !optional.Contains(Path.GetFileName(file))
                && File.ReadAllText(file).Contains("IsNullOrWhiteSpace", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).ToList();
        Assert.True(found.Count == 0, $"Ask whether .Shown() is empty:\n{string.Join('\n', found)}");
    }

    /// <summary>What is sent to a browser as the address to go to is escaped where it is sent, and nowhere passed by.</summary>
    [Fact]
    public void An_address_to_go_to_is_sent_from_one_place()
    {
        string[] bare = ["Headers.Location", "Results.Redirect", "Response.Redirect", "Results.LocalRedirect", "NavigateTo("];
        string[] escaped = ["SentAddress.Of(", "SafeBack.Of(", "NavigateTo(\"/sign-in\")"];
        var found = Sources(new DirectoryInfo(Repository.Path("src"))).SelectMany(file => File.ReadLines(file)
            .Where(text => bare.Any(word => text.Contains(word, StringComparison.Ordinal))
                && !escaped.Any(word => text.Contains(word, StringComparison.Ordinal)))
            .Select(text => $"{Path.GetRelativePath(Repository.Root, file)}: {text.Trim()}")).ToList();
        Assert.True(found.Count == 0, $"Send it with Reply.See or Go:\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> Sources(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(file => Kinds.Contains(file.Extension)).Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(Sources));

    // As the compiler wrote down where each method's statements stand. What a page's markup becomes and what a generator writes is no
    // method of ours; neither is a constructor, which gathers the first values of fields from all over its file.
    private static IEnumerable<(string Where, int Lines)> Methods(string assembly)
    {
        using var code = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(Beside($"{assembly}.dll")));
        using var places = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Beside($"{assembly}.pdb")));
        var (names, reader) = (code.GetMetadataReader(), places.GetMetadataReader());
        foreach (var method in names.MethodDefinitions)
        {
            var name = names.GetString(names.GetMethodDefinition(method).Name);
            var points = reader.GetMethodDebugInformation(method).GetSequencePoints().Where(point => !point.IsHidden).ToList();
            if (points.Count == 0 || name is ".ctor" or ".cctor" or "BuildRenderTree")
                continue;
            var file = reader.GetString(reader.GetDocument(points[0].Document).Name);
            var first = points.Min(point => point.StartLine);
            if (file.EndsWith(".cs", StringComparison.Ordinal) && File.Exists(file))
                yield return ($"{Path.GetRelativePath(Repository.Root, file)}:{first}", points.Max(point => point.EndLine) - first + 1);
        }
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
