namespace Answerable.App.Storage;

/// <summary>What a file is called when no link stands between: whoever comes to one file by two names comes to one lock.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    public static string Of(string path)
    {
        var (whole, links) = (Path.GetFullPath(path), 0);
        var root = Path.GetPathRoot(whole)!;
        var left = new Stack<string>(Parts(whole[root.Length..]));
        var real = root;
        while (left.TryPop(out var part))
        {
            var at = Path.Combine(real, part);
            if (new FileInfo(at).LinkTarget is not { } target || ++links > MostLinks)
            {
                real = at;
                continue;
            }
            // Where the link leads may have links in it too.
            var led = Path.GetFullPath(target, real);
            foreach (var each in Parts(led[Path.GetPathRoot(led)!.Length..]))
                left.Push(each);
            real = Path.GetPathRoot(led)!;
        }
        return real;
    }

    /// <summary>The last first, as a stack is filled.</summary>
    private static IEnumerable<string> Parts(string path) => path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
