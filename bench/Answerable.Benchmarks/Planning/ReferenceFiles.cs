namespace Answerable.Benchmarks.Planning;

/// <summary>Reference data that lies beside the repository; null when it is not there.</summary>
internal static class ReferenceFiles
{
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", relative) is var found && File.Exists(found))
                return found;
        return null;
    }
}
