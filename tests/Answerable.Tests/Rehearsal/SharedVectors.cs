namespace Answerable.Tests.Rehearsal;

/// <summary>The exact values kept beside the repository.</summary>
internal static class SharedVectors
{
    public static IReadOnlyList<string[]> Rows(string file) => [.. Lines(file).Skip(1).Select(line => line.Split(','))];

    public static IEnumerable<string> Lines(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "vectors", file);
            if (File.Exists(shared))
                return File.ReadLines(shared);
        }
        throw new FileNotFoundException($"The test needs shared/vectors/{file} in a folder above {AppContext.BaseDirectory}, and it is not there.");
    }
}
