using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Architecture;

/// <summary>
/// What centres have in their databases is read for good: the form of every fact, of a walk put down and of a chart is held against what the releases
/// wrote (frozen.0.1.0.txt, never changed) and against what stands written down now (frozen.txt, rewritten by ./do freeze). Why: docs/adr/0012.
/// </summary>
public sealed class FrozenFormTests
{
    private const string InsteadOf = """
        Journals, walks and charts of centres hold the old form, and it must be read for good. Instead:
          - add a property that may be left out (nullable, or with a default), and leave the old one;
          - or give the fact a new name, and write a FactUpgrade from the old name and body (Answerable.Model.Journal);
          - never rename or remove a word of an enum that is written: add one;
          - of a walk: count WalkJson.Form up and read the earlier form there.
        """;

    private const string LeftOut = ", may be left out";

    private static readonly string Folder = Repository.Path("tests/Answerable.Tests/Architecture");
    private static readonly IReadOnlyList<string> Now =
    [
        .. FactCatalogue.Forms.All.OrderBy(fact => fact.Key, StringComparer.Ordinal)
            .SelectMany(fact => WireForm.Of($"fact {fact.Key}", fact.Value, KeptJson.Options)),
        .. FactCatalogue.Forms.Former.Order(StringComparer.Ordinal).Select(name => $"fact {name}, read only"),
        $"walk, form {WalkJson.Form}",
        .. WireForm.Of("walk", typeof(Walk), KeptJson.Options),
        .. WireForm.Of("chart", typeof(Chart), ChartJson.Options),
    ];

    [Theory, InlineData("0.1.0")]
    public void What_a_release_wrote_is_still_read(string release)
    {
        var now = Now.ToHashSet();
        var former = FactCatalogue.Forms.Former.Select(name => $"fact {name}").ToList();
        var gone = Lines($"frozen.{release}.txt")
            .Where(line => !now.Contains(line) && !now.Contains(line + LeftOut)
            && !former.Exists(name => line == name || line.StartsWith(name + ".", StringComparison.Ordinal))).ToList();
        Assert.True(gone.Count == 0, $"What {release} wrote would no longer be read:\n  {string.Join("\n  ", gone)}\n{InsteadOf}");
    }

    [Theory, InlineData("0.1.0")]
    public void What_is_added_to_what_a_release_wrote_may_be_left_out(string release)
    {
        var then = Lines($"frozen.{release}.txt").ToHashSet();
        var whole = then.Select(Whole).OfType<string>().ToHashSet();
        var needed = Now.Where(line => !then.Contains(line) && Whole(line) is { } of && whole.Contains(of)
            && !line.EndsWith(LeftOut, StringComparison.Ordinal)).ToList();
        Assert.True(needed.Count == 0,
            $"What {release} wrote lacks these, so they must be allowed to be missing:\n  {string.Join("\n  ", needed)}\n{InsteadOf}");
    }

    [Fact]
    public void What_is_written_now_stands_written_down()
    {
        if (Environment.GetEnvironmentVariable("ANSWERABLE_FREEZE") == "1")
            File.WriteAllLines(Path.Combine(Folder, "frozen.txt"), Now);
        var kept = Lines("frozen.txt");
        var (gone, added) = (kept.Except(Now).ToList(), Now.Except(kept).ToList());
        Assert.True(gone.Count + added.Count == 0,
            $"The form of what is kept has changed:\n  " +
                $"{string.Join("\n  ", gone.Select(line => "- " + line).Concat(added.Select(line => "+ " + line)))}\n" +
            $"If no release wrote what is gone, write the present form down: ./do freeze. Else:\n{InsteadOf}");
    }

    /// <summary>What the property of a line is a part of; none for what is no property.</summary>
    private static string? Whole(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var end ? line[..line.LastIndexOf('.', end)] : null;

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));
}
