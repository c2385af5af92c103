using System.Text;
using Answerable.Web.Shared;

namespace Answerable.Tests.Web;

/// <summary>Nothing that somebody typed is a formula in a spreadsheet, whichever sign the spreadsheet splits at; and figures stay figures.</summary>
public sealed class CsvBodyTests
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+4477", "'+4477")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－x", "'－x")]
    [InlineData("＠x", "'＠x")]
    [InlineData("﹦x", "'﹦x")]
    [InlineData("\t=x", "'\t'=x")]
    [InlineData("\rx", "'\rx")]
    [InlineData("  =x", "'  =x")]
    [InlineData("\u00a0\u200b=x", "'\u00a0\u200b=x")]
    [InlineData(";=x", "';'=x")]
    [InlineData("a;=x", "a;'=x")]
    [InlineData("a; @x", "a;' @x")]
    [InlineData("a\n=x", "a\n'=x")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("-3", "-3")]
    [InlineData("-3.", "'-3.")]
    [InlineData("-3+cmd", "'-3+cmd")]
    [InlineData("plain - words = all @ right", "plain - words = all @ right")]
    [InlineData("", "")]
    public void What_could_begin_a_formula_is_plain_text(string typed, string kept) => Assert.Equal(kept, CsvBody.Plain(typed));

    [Fact]
    public void Figures_stay_figures_however_small() =>
        Assert.Equal("a,b,c\r\n-12.5,-3,\r\n", Encoding.UTF8.GetString(CsvBody.Of(["a", "b", "c"], [[-12.5, -3L, null]])));

    [Fact]
    public void No_split_of_any_table_leaves_a_cell_that_begins_a_formula()
    {
        var random = new Answerable.Simulation.Streams.StreamSource(7).Stream("csv", 1);
        const string Signs = "=+-@＝＋－＠\t\r\n;|, \u00a0\u200b\"'aä7";
        for (var tries = 0; tries < 20_000; tries++)
        {
            var typed = string.Concat(Enumerable.Range(0, 1 + random.Below(9)).Select(_ => Signs[random.Below(Signs.Length)]));
            var line = CsvBody.Line("first", typed, 5)[..^2];
            foreach (var separator in Separators)
                Assert.All(Cells(line, separator), cell => Assert.False(BeginsFormula(cell), $"{typed} as {line} by {separator}"));
        }
    }

    [Theory]
    [InlineData("calls.csv", "calls.csv")]
    [InlineData("../../etc/passwd", "passwd.csv")]
    [InlineData("a\"b\r\nc:d", "a-b--c-d.csv")]
    [InlineData("\u202egnp.exe", "gnp.csv")]
    [InlineData("...", "table.csv")]
    public void A_file_is_named_by_what_every_system_takes_for_a_name(string asked, string named) => Assert.Equal(named, CsvBody.Named(asked));

    /// <summary>As a spreadsheet splits: quotes count where a cell begins with one.</summary>
    private static List<string> Cells(string text, char separator)
    {
        var (cells, at) = (new List<string>(), 0);
        while (at <= text.Length)
        {
            var cell = new StringBuilder();
            if (at < text.Length && text[at] == '"')
                for (at++; at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"' && ++at > 0)); at++)
                    cell.Append(text[at]);
            else
                for (; at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'); at++)
                    cell.Append(text[at]);
            cells.Add(cell.ToString());
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                at++;
            at++;
        }
        return cells;
    }

    private static bool BeginsFormula(string cell)
    {
        var seen = cell.TrimStart(' ', '\u00a0', '\u200b', '\t', '\r', '\n');
        return seen.Length > 1
            && "=+-@＝＋－＠".Contains(seen[0], StringComparison.Ordinal)
            && !double.TryParse(seen, System.Globalization.CultureInfo.InvariantCulture, out _);
    }
}
