using System.Diagnostics;

namespace Answerable.DatabaseTests.Web;

/// <summary>
/// A disk of a few megabytes, seen by none but the process that is started on it. Where the system allows nobody a view of disks of their own the
/// test is skipped, and says so.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Megabytes = "16";
    private const int Piece = 4096;
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("answerable-disk-");

    public SmallDisk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Disks of their own are known on Linux.");
        using var tried = Process.Start(new ProcessStartInfo("unshare", Words("true")) { RedirectStandardError = true })!;
        tried.WaitForExit();
        Assert.SkipUnless(tried.ExitCode == 0, "This system allows no disk of one's own (user namespaces).");
    }

    public string Folder => _place.FullName;

    /// <summary>The words after <c>unshare</c> that run a command with the disk in its folder, under the same process id.</summary>
    public string[] Words(params string[] command) =>
        ["--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=${1}m tmpfs \"$2\" && shift 2 && exec \"$@\"", "sh", Megabytes, Folder,
            .. command];

    /// <summary>Until there is not even room for a piece.</summary>
    public void FillUp(int process)
    {
        using var file = new FileStream(Fill(process), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var piece = new byte[Piece];
        try
        {
            while (file.Length < long.MaxValue)
                file.Write(piece);
        }
        catch (IOException full)
        {
            Assert.Contains("space", full.Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    public void MakeRoom(int process) => File.Delete(Fill(process));

    public void Dispose() => _place.Delete(recursive: true);

    private string Fill(int process) => $"/proc/{process}/root{Folder}/fill";
}
