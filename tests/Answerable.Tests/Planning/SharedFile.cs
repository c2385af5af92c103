namespace Answerable.Tests.Planning;

/// <summary>Files of the reference set that lies beside the repository: exact values nobody of ours computed.</summary>
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
        throw new FileNotFoundException($"shared/{name} was not found in or beside any folder above {AppContext.BaseDirectory}.");
    }

    /// <summary>The rows of a simple CSV (no quoted fields), each by column name.</summary>
    public static List<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(PathOf(name));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
