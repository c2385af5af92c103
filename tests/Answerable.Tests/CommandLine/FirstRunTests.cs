using System.Diagnostics;

namespace Answerable.Tests.CommandLine;

/// <summary>When the script that runs everything shows the invented centre unasked.</summary>
public sealed class FirstRunTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false, "--empty")]
    [InlineData(false, "--database", "x.db")]
    [InlineData(false, "--urls", "http://127.0.0.1:1", "--demo")]
    public void The_first_run_of_all_shows_the_invented_centre_unasked_and_no_other(bool demo, params string[] words)
    {
        Assert.Equal(demo, FirstRun(null, words));
        Assert.False(FirstRun("centre.db.key", words));
        Assert.False(FirstRun("answerable.db", words));
    }

    /// <summary>As the script judges it, in a folder that has this in data.</summary>
    private static bool FirstRun(string? held, string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("answerable-do-");
        if (held is not null)
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("data").FullName, held), "");
        var script = File.ReadAllText(Repository.Path("do"));
        var judge = script[script.IndexOf("first_run() {", StringComparison.Ordinal)..];
        judge = judge[..(judge.IndexOf("\n}\n", StringComparison.Ordinal) + 3)] + "first_run \"$@\"";
        var start = new ProcessStartInfo("bash", ["-c", judge, "do", .. words]) { WorkingDirectory = folder.FullName };
        start.Environment.Remove("ANSWERABLE_DATABASE");
        using var shell = Process.Start(start)!;
        shell.WaitForExit();
        folder.Delete(recursive: true);
        return shell.ExitCode == 0;
    }
}
