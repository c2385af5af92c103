namespace Answerable.BrowserTests.Standards;

/// <summary>One thing a standard asks a person to be able to do, under a short title of our own.</summary>
internal sealed record Criterion(string Standard, string Code, string Who, string Title)
{
    public static readonly IReadOnlyList<Criterion> All = [.. Read()];

    private static IEnumerable<Criterion> Read()
    {
        var standard = "";
        foreach (var line in File.ReadLines(Repository.Path("tests/Answerable.BrowserTests/Standards/criteria.txt")))
            if (line.StartsWith('#'))
                standard = line[1..].Trim();
            else if (line.Split('|', StringSplitOptions.TrimEntries) is [var code, var who, var title])
                yield return new Criterion(standard, code, who, title);
            else
                throw new InvalidDataException($"criteria.txt: '{line}' is not code | who | title.");
    }
}
