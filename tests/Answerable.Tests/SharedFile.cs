namespace Answerable.Tests;

/// <summary>Files of the reference set that lies beside the repository: exact values and series nobody of ours computed.</summary>
internal static class SharedFile
{
    public static string PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", name);
            if (File.Exists(path))
                return path;
        }
        throw new FileNotFoundException($"The test needs shared/{name} in a folder above {AppContext.BaseDirectory}, and it is not there.");
    }

    public static string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    /// <summary>The cells of a simple CSV (no quoted fields) below its head.</summary>
    public static IReadOnlyList<string[]> Cells(string name) =>
        [.. Lines(name).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];

    /// <summary>The same, each by column name.</summary>
    public static List<Dictionary<string, string>> Rows(string name)
    {
        var columns = Lines(name)[0].Split(',');
        return [.. Cells(name).Select(row => columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
