using System.Globalization;
using System.Text.Json;
using Answerable.Web.CommandLine;

namespace Answerable.Tests.Planning;

/// <summary>Tests that read the console, to which others write; they run by themselves.</summary>
[CollectionDefinition(nameof(ConsoleTests), DisableParallelization = true)]
public sealed class ConsoleTests;

/// <summary>The planning verbs, run as the command line runs them.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class VerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("answerable").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Staff_fills_every_column_of_the_reference_file_and_short_abandons_beside()
    {
        var (exit, _, error) = await Run("staff", "--in", SharedFile.PathOf("vectors/erlang.csv"), "--out", Out);
        Assert.Equal((0, ""), (exit, error));
        var found = File.ReadAllLines(Out).Select(line => line.Split(',')).ToList();
        var added = found[0].ToList().IndexOf("sl_excl_short_abandons");
        // What the file calls short abandons are those gone within the target: F4.
        AssertAlike([.. File.ReadLines(SharedFile.PathOf("vectors/erlang.csv")).Select(line =>
            line.Replace("sl_excl_short_abandons", "sl_excl_abandons_in_time", StringComparison.Ordinal))],
            [.. found.Select(cells => string.Join(',', cells.Where((_, at) => at != added)))], 1e-9);
    }

    [Fact]
    public async Task Steady_answers_every_row_of_the_reference_file()
    {
        var asked = Write("asked.csv", File.ReadAllLines(SharedFile.PathOf("vectors/ctmc.csv")).Select(line => line[..line.LastIndexOf(',')]));
        var (exit, _, error) = await Run("steady", "--in", asked, "--out", Out);
        Assert.Equal((0, ""), (exit, error));
        var expected = File.ReadAllLines(SharedFile.PathOf("vectors/ctmc.csv")).Select(line => line.Split(','));
        AssertAlike([.. expected.Select(cells => $"{cells[0]},{cells[3]},{cells[4]}")], File.ReadAllLines(Out), 1e-8);
    }

    [Theory, InlineData("exhaustive", "T2_preempt_requeue", false), InlineData("preempt", "T2_preempt_requeue", true)]
    public async Task Transient_lives_the_reference_days(string shiftEnd, string preempted, bool isPreempted)
    {
        var lines = File.ReadAllLines(SharedFile.PathOf("vectors/transient.csv"));
        string[] expected = [lines[0], .. lines.Skip(1).Where(line => line.StartsWith(preempted, StringComparison.Ordinal) == isPreempted)];
        var asked = Write("asked.csv", expected.Select(line => string.Join(',', line.Split(',').Take(4))));
        var (exit, _, error) = await Run("transient", "--aht-s", "180", "--patience-s", "240", "--shift-end", shiftEnd, "--in", asked, "--out", Out);
        Assert.Equal((0, ""), (exit, error));
        AssertAlike(expected, File.ReadAllLines(Out), 1e-8);
    }

    [Fact]
    public async Task Cover_proves_every_reference_day()
    {
        var (exit, output, _) = await Run("cover", "--in", SharedFile.PathOf("vectors/shift_cover.json"), "--json");
        using var plans = JsonDocument.Parse(output);
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("vectors/shift_cover.json")));
        Assert.Equal(0, exit);
        Assert.All(expected.RootElement.GetProperty("instances").EnumerateArray().Zip(plans.RootElement.EnumerateArray()), pair =>
        {
            Assert.Equal(pair.First.GetProperty("id").GetString(), pair.Second.GetProperty("id").GetString());
            Assert.Equal(pair.First.GetProperty("optimal_paid_halfhours").GetDouble(), pair.Second.GetProperty("cost").GetDouble());
            Assert.Equal(pair.Second.GetProperty("cost").GetDouble(), pair.Second.GetProperty("lower_bound").GetDouble());
        });
    }

    [Fact]
    public async Task Every_bad_row_is_told_by_row_and_column_and_the_good_ones_are_computed()
    {
        var asked = Write("asked.csv",
        [
            "id,family,calls_per_hour,aht_s,agents,lines,target_s,patience_s",
            "good,A,200,180,14,,20,300", "minus,A,-200,180,14,,20,300", "nan,A,NaN,180,14,,20,300", "none,C,200,180,0,,20,",
            "many,A,200,180,1000000,,20,300", "over,C,200,180,9,,20,", "odd,Z,200,180,9.5,,-1,", "short,A,200",
        ]);
        var (exit, _, error) = await Run("staff", "--in", asked, "--out", Out);
        Assert.Equal(1, exit);
        foreach (var (row, column) in (IEnumerable<(int, string)>)
            [(2, "calls_per_hour"), (3, "calls_per_hour"), (4, "agents"), (5, "agents"), (6, "agents"), (7, "family"), (7, "agents"), (7, "target_s"),
                (8, "aht_s")])
            Assert.Contains($"row {row} (line {row + 1}), column {column}: ", error, StringComparison.Ordinal);
        Assert.Contains("no steady state", error, StringComparison.Ordinal);
        Assert.DoesNotContain("row 1 ", error, StringComparison.Ordinal);
        var written = File.ReadAllLines(Out);
        Assert.Equal(9, written.Length);
        Assert.StartsWith("good,A,200,180,14,,20,300,10,,0.14526", written[1], StringComparison.Ordinal);
        Assert.All(written[2..], line => Assert.EndsWith(",,,,,,,,,,,,", line, StringComparison.Ordinal));
    }

    [Theory, InlineData("a,0,100,8\na,2,100,8", 2, "interval"), InlineData("a,0,100,8\na,0,100,8", 2, "interval"),
        InlineData("a,0,100,8\na,1,x,8", 2, "calls_per_hour"),
        InlineData("a,0,100,-8", 1, "agents"), InlineData("a,0,100,8\na,1,100,0", 2, "agents"), InlineData("a,0,100,1000000", 1, "agents")]
    public async Task Half_hours_out_of_order_twice_or_impossible_are_told(string rows, int row, string column)
    {
        var asked = Write("asked.csv", ["case,interval,calls_per_hour,agents", rows]);
        var (exit, _, error) = await Run("transient", "--aht-s", "180", "--patience-s", "240", "--shift-end", "preempt", "--in", asked, "--out", Out);
        Assert.Equal(1, exit);
        Assert.Contains($"row {row} (line {row + 1}), column {column}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_hours_may_be_counted_from_nought_or_from_one()
    {
        var figures = new List<string[]>();
        foreach (var rows in (string[])["a,0,100,8\na,1,120,8", "a,1,100,8\na,2,120,8"])
        {
            var asked = Write("asked.csv", ["case,interval,calls_per_hour,agents", rows]);
            Assert.Equal(0,
                (await Run("transient", "--aht-s", "180", "--patience-s", "240", "--shift-end", "preempt", "--in", asked, "--out", Out)).Exit);
            figures.Add([.. (await File.ReadAllLinesAsync(Out, TestContext.Current.CancellationToken))[1..].Select(line => line.Split(',', 3)[2])]);
        }
        Assert.Equal(figures[0], figures[1]);
    }

    /// <summary>Of a night nobody waits, and the day's other rows are none the worse for it.</summary>
    [Theory, InlineData("B"), InlineData("C"), InlineData("A"), InlineData("K"), InlineData("D")]
    public async Task An_hour_of_no_calls_has_no_waiting_and_an_occupancy_of_none(string family)
    {
        var asked = Write("asked.csv", ["id,family,calls_per_hour,aht_s,agents,lines,target_s,patience_s",
            $"night,{family},0,300,5,{(family == "K" ? "9" : "")},20,180", $"closed,{family},0,,0,{(family == "K" ? "9" : "")},,180",
            "day,C,100,300,10,,20,"]);
        var (exit, _, error) = await Run("staff", "--in", asked, "--out", Out);
        Assert.Equal((0, ""), (exit, error));
        var rows = File.ReadAllLines(Out).Select(line => line.Split(',')).ToList();
        var columns = rows[0].ToList();
        foreach (var column in (string[])["p_block", "p_wait", "p_abandon", "mean_wait_all_s", "occupancy", "mean_queue", "offered_erlangs"])
            Assert.Contains(rows[1][columns.IndexOf(column)], (string[])["0", ""]);
        Assert.Equal("0", rows[1][columns.IndexOf("occupancy")]);
        Assert.Equal(family == "B" ? "" : "1", rows[1][columns.IndexOf("sl_offered")]);
        Assert.StartsWith("0.83333", rows[3][columns.IndexOf("occupancy")], StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_agents_are_needed_is_answered_of_one_queue_by_its_promises()
    {
        string[] queue = ["staff", "--need", "--calls-per-hour", "360", "--aht-s", "240", "--shrinkage", "30%"];
        Assert.Equal((0, "29 agents at work, 42 to roster."),
            await FirstLine([.. queue, "--level", "80%", "--target-s", "20"]));
        Assert.Equal((0, "28 agents at work, 40 to roster."), await FirstLine([.. queue, "--speed-s", "20"]));
        Assert.Equal((0, "30 agents at work, 43 to roster."),
            await FirstLine([.. queue, "--level", "0.8", "--target-s", "20", "--occupancy", "80%"]));
        Assert.Equal((0, "27 agents at work, 39 to roster."),
            await FirstLine([.. queue, "--patience-s", "180", "--abandonment", "5%"]));
        var (_, output, _) = await Run([.. queue, "--level", "80%", "--target-s", "20", "--json"]);
        using var found = JsonDocument.Parse(output);
        Assert.Equal((29, 42), (found.RootElement.GetProperty("agents").GetInt32(), found.RootElement.GetProperty("rostered").GetInt32()));
        Assert.InRange(found.RootElement.GetProperty("with_level").GetDouble(), 0.8, 0.9);
    }

    /// <summary>F6 leaves out who left within 5 s, F4 who left within the target: they need different numbers of people.</summary>
    [Theory]
    [InlineData("excl_short_abandons", 5)]
    [InlineData("excl_abandons_in_time", 33)]
    [InlineData("offered", 0)]
    public async Task A_definition_is_the_formula_that_the_KPIs_call_so(string definition, double leftOut)
    {
        string[] queue = ["staff", "--need", "--calls-per-hour", "777", "--aht-s", "413", "--patience-s", "90", "--level", "85%", "--target-s", "33"];
        var (_, output, _) = await Run([.. queue, "--definition", definition, "--json"]);
        using var found = JsonDocument.Parse(output);
        var agents = found.RootElement.GetProperty("agents").GetInt32();
        Assert.Equal(Level(agents), found.RootElement.GetProperty("with_level").GetDouble(), 6);
        Assert.True(Level(agents) >= 0.85 && Level(agents - 1) < 0.85);
        if (definition == "excl_short_abandons")
            Assert.Equal(0.777, Math.Round(Level(78), 3));

        double Level(int staff) => OwnErlangA.Level(777 / 3600d, 1 / 413d, 1 / 90d, staff, 33, leftOut);
    }

    [Fact]
    public async Task Help_says_which_formula_each_definition_is()
    {
        var (_, output, _) = await Run("staff", "--help");
        var words = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All((string[])["offered (F3", "answered (F2", "abandons_counted_in (F1", "excl_abandons_in_time (F4", "excl_short_abandons (F6"],
            word => Assert.Contains(word, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_many_agents_many_queues_need_is_answered_row_by_row()
    {
        var asked = Write("asked.csv",
        [
            "id,calls_per_hour,aht_s,level,least", "day,360,240,,", "busy,360,240,90%,", "night,0,,,2", "odd,360,240,80,", "none,x,240,,",
        ]);
        var (exit, _, error) = await Run("staff", "--need", "--in", asked, "--out", Out, "--level", "0.8", "--target-s", "20");
        Assert.Equal(1, exit);
        Assert.Contains("row 4 (line 5), column level: 80 is more than the whole: write 80% if per cent is meant.", error, StringComparison.Ordinal);
        Assert.Contains("row 5 (line 6), column calls_per_hour", error, StringComparison.Ordinal);
        var rows = File.ReadAllLines(Out).Select(line => line.Split(',')).ToList();
        Assert.Equal(["agents", "29", "31", "2", "", ""], rows.Select(row => row[rows[0].ToList().IndexOf("agents")]));
    }

    [Theory]
    [InlineData("--level: name at least one", "--calls-per-hour", "360", "--aht-s", "240")]
    [InlineData("--target-s: is empty", "--calls-per-hour", "360", "--aht-s", "240", "--level", "80%")]
    [InlineData("--patience-s: is needed with abandonment", "--calls-per-hour", "360", "--aht-s", "240", "--abandonment", "5%")]
    [InlineData("--shrinkage: must be from 0", "--calls-per-hour", "360", "--aht-s", "240", "--speed-s", "20", "--shrinkage", "100%")]
    [InlineData("--least: must be from 0 to 100,000, not 99999999999",
        "--calls-per-hour", "360", "--aht-s", "240", "--speed-s", "20", "--least", "99999999999")]
    [InlineData("--aht-s: is empty", "--calls-per-hour", "360", "--speed-s", "20")]
    [InlineData("--calls-per-hour: \"many\" is not a number", "--calls-per-hour", "many", "--aht-s", "240", "--speed-s", "20")]
    public async Task What_cannot_be_asked_is_told_at_its_option(string sentence, params string[] words)
    {
        var (exit, _, error) = await Run(["staff", "--need", .. words]);
        Assert.Equal(2, exit);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_not_there_or_not_right_are_told_in_one_sentence()
    {
        foreach (var verb in (string[])["staff", "steady"])
        {
            Assert.Equal(1, (await Run(verb, "--in", Path.Combine(folder, "nowhere.csv"), "--out", Out)).Exit);
            Assert.Contains("has no column", (await Run(verb, "--in", Write("odd.csv", ["a,b", "1,2"]), "--out", Out)).Error,
                StringComparison.Ordinal);
        }
        Assert.Contains("at required[1]", (await Run("cover", "--in", Write("odd.json", ["{\"required\":[1,\"x\"]}"]))).Error,
            StringComparison.Ordinal);
        Assert.Contains("required[1] must be", (await Run("cover", "--in", Write("minus.json", ["{\"required\":[1,-1]}"]))).Error,
            StringComparison.Ordinal);
        Assert.Contains("at least one day", (await Run("cover", "--json", "--in", Write("none.json", ["{\"instances\":[]}"]))).Error,
            StringComparison.Ordinal);
        Assert.Contains("instances[1]",
            (await Run("cover", "--json", "--in", Write("null.json", ["{\"instances\":[{\"required\":[0]},null]}"]))).Error,
            StringComparison.Ordinal);
        Assert.Contains("--aht-s must be above zero",
            (await Run("transient", "--aht-s", "-1", "--patience-s", "240", "--shift-end", "preempt", "--in", "x", "--out", Out)).Error,
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_in_one_sentence()
    {
        var counts = Write("counts.csv", ["DateTime,Calls", .. Enumerable.Range(0, 60)
            .Select(day => $"{new DateTime(2026, 1, 1).AddDays(day):yyyy-MM-dd}T09:00:00,{10 + day % 7}")]);
        var (exit, _, error) =
            await Run("forecast", "--in", counts, "--origins", "1", "--horizon-days", "5", "--out", Path.Combine(folder, "nowhere", "out.csv"));
        Assert.Equal(1, exit);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(int Exit, string Line)> FirstLine(string[] words)
    {
        var (exit, output, error) = await Run(words);
        return (exit, (output + error).Split(Environment.NewLine)[0]);
    }

    private string Out => Path.Combine(folder, "out.csv");

    private string Write(string name, IEnumerable<string> lines)
    {
        File.WriteAllLines(Path.Combine(folder, name), lines);
        return Path.Combine(folder, name);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] words)
    {
        var (output, error) = (Console.Out, Console.Error);
        using StringWriter said = new(), complained = new();
        try
        {
            Console.SetOut(said);
            Console.SetError(complained);
            return (await Verbs.RunAsync(words), said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static void AssertAlike(string[] expected, string[] actual, double relative)
    {
        Assert.Equal(expected[0], actual[0]);
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (wanted, got) in expected.Skip(1).SelectMany(line => line.Split(',')).Zip(actual.Skip(1).SelectMany(line => line.Split(','))))
            if (double.TryParse(wanted, CultureInfo.InvariantCulture, out var number))
                Close.To(number, double.Parse(got, CultureInfo.InvariantCulture), relative, wanted);
            else
                Assert.Equal(wanted, got);
    }
}
