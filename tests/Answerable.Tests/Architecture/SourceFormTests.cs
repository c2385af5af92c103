using System.Reflection.Metadata;

namespace Answerable.Tests.Architecture;

/// <summary>What can be read without moving the page: no method longer than a screen (STYLE.md).</summary>
public sealed class SourceFormTests
{
    private const int LongestMethod = 60;

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
