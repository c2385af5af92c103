namespace Answerable.DatabaseTests;

/// <summary>Real data of others, which lie beside the repository and are never copied into it.</summary>
internal static class SharedData
{
    public static string Path(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (!Directory.Exists(shared))
                continue;
            var path = System.IO.Path.Combine(shared, "data", name);
            return File.Exists(path) ? path : throw new FileNotFoundException($"The test needs {path}, which is not there.");
        }
        throw new DirectoryNotFoundException(
            $"The test needs shared/data/{name} in a folder 'shared' beside one of the folders above {AppContext.BaseDirectory}; there is none.");
    }
}
