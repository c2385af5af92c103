namespace Answerable.App.Storage;

/// <summary>Folders are made by whoever names them: a slip in a name would else begin a centre, or lay a backup, where nobody looks for it. Ours
/// alone, which nobody named, is made.</summary>
internal static class Folder
{
    private const string Own = "data";

    /// <exception cref="DirectoryNotFoundException">The folder of the file is not there.</exception>
    public static void ToHold(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is not { } folder || Directory.Exists(folder))
            return;
        if (folder != Path.GetFullPath(Own))
            throw new DirectoryNotFoundException($"There is no folder {folder}. Make it first, or name another.");
        Directory.CreateDirectory(folder);
    }
}
