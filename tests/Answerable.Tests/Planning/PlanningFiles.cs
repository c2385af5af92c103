namespace Answerable.Tests.Planning;

/// <summary>Reference data that lies beside the repository, found by walking up from the tests.</summary>
internal static class PlanningFiles
{
    public static string Path(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = System.IO.Path.Combine(folder.FullName, "shared", relative);
            if (File.Exists(found))
                return found;
        }
        Assert.Fail($"Missing reference data: shared/{relative} in no folder above {AppContext.BaseDirectory}.");
        return relative;
    }
}
