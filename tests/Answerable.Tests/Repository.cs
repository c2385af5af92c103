namespace Answerable.Tests;

/// <summary>The folder the product is built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(string name) => System.IO.Path.Combine(Root, name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Answerable.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Answerable.slnx.");
    }
}
