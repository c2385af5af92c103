using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import;

/// <summary>A real bank's calls, against figures worked out by others.</summary>
public sealed class BankCallsTests(BankCallsTests.Imported imported) : IClassFixture<BankCallsTests.Imported>
{
    private const string Bank = "technion-bank";

    /// <summary>The file imported once a database, for those that only look.</summary>
    public sealed class Imported : IAsyncDisposable
    {
        private readonly Lazy<Task<(TestCentre Centre, ImportReport Report)>>[] _kept =
            [.. Enum.GetValues<Database>().Select(database => new Lazy<Task<(TestCentre, ImportReport)>>(() => ImportAsync(database)))];

        internal Task<(TestCentre Centre, ImportReport Report)> OnAsync(Database database) => _kept[(int)database].Value;

        public async ValueTask DisposeAsync()
        {
            foreach (var kept in _kept.Where(kept => kept.IsValueCreated))
                await (await kept.Value).Centre.DisposeAsync();
        }

        private static async Task<(TestCentre, ImportReport)> ImportAsync(Database database)
        {
            var centre = await TestCentre.OpenAsync(database);
            return (centre, await centre.ImportAsync(Bank, File));
        }
    }

    private static string File => Importing.BankFile;

    [Theory, EachDatabase]
    public async Task A_banks_calls_come_to_the_figures_worked_out_independently(Database database)
    {
        var (centre, report) = await imported.OnAsync(database);
        Assert.Equal((24_223, 24_223, 24_223, 0, 0, 20),
            (report.Rows, report.Contacts, report.Imported, report.Unchanged, report.Rejected, report.Repaired));
        await using var db = centre.OpenDb();
        var contacts = await db.Set<ContactRow>().AsNoTracking().ToListAsync();
        var answered = contacts.Where(contact => contact.State == ContactState.Handled).ToList();
        var abandoned = contacts.Where(contact => contact.State == ContactState.Abandoned).ToList();
        Assert.Equal((19_844, 4_170, 209), (answered.Count, abandoned.Count, contacts.Count(contact => contact.State == ContactState.Excluded)));
        Assert.Equal(170.93, Rounded(answered.Average(contact => contact.HandleMs!.Value) / 1000));
        Assert.Equal(38.79, Rounded(answered.Average(contact => contact.WaitMs!.Value) / 1000));
        Assert.Equal(17.36, Percent(abandoned.Count, answered.Count + abandoned.Count));
        var (inTime, lostInTime) = (answered.Count(contact => contact.WaitMs <= 20_000), abandoned.Count(contact => contact.WaitMs <= 20_000));
        Assert.Equal(60.81, Percent(inTime, answered.Count));
        Assert.Equal(50.25, Percent(inTime, answered.Count + abandoned.Count));
        Assert.Equal(55.49, Percent(inTime, answered.Count + abandoned.Count - lostInTime));
        Assert.Equal(24, answered.Where(contact => contact.AgentName is not null).Select(contact => contact.AgentName).Distinct().Count());
        Assert.Equal(15_518, contacts.Count(contact => contact.Type == "PS"));
        var identified = contacts.Where(contact => contact.Customer is not null && contact.State != ContactState.Excluded).ToList();
        Assert.Equal((9_428, 3_337), (identified.Count, identified.Select(contact => contact.Customer).Distinct().Count()));
        Assert.True((await centre.AskAsync(new JournalVerification())).Value.Sound);
    }

    [Theory, EachDatabase]
    public async Task Its_measures_over_the_files_own_days_come_to_the_same_figures(Database database)
    {
        var (centre, _) = await imported.OnAsync(database);
        foreach (var (kpi, expected) in new[]
        {
            ("handling-time", 170.93), ("speed-of-answer", 38.79), ("abandonment", 17.36),
            ("service-level-f2", 60.81), ("service-level-f3", 50.25), ("service-level-f4", 55.49),
        })
            Assert.Equal((kpi, expected), (kpi, Rounded((await FigureAsync(centre, kpi)).Total.Value!.Value)));
        await using var db = centre.OpenDb();
        var calls = await db.Set<ContactRow>().AsNoTracking().ToListAsync();
        foreach (var (days, soFar) in new[] { (1, 62.79), (3, 51.80), (7, 43.20) })
        {
            var (rested, known, restedSoFar, all) = NotRepeated(calls, days);
            var figure = (await FigureAsync(centre, "contacts-not-repeated-customer", days)).Total;
            Assert.Equal((days, rested, known), (days, figure.Numerator, figure.Denominator));
            Assert.Equal((days, soFar), (days, Percent(restedSoFar, all)));
        }
        var daily = await FigureAsync(centre, "contacts", interval: Interval.Day);
        Assert.Equal(
            [1567, 1846, 1949, 1371, 522, 210, 1542, 1190, 1436, 1697, 1745, 547, 246, 1588, 1510, 1726, 1473, 1387, 457, 214],
            daily.Lines.Select(line => line.Figure.Value!.Value + line.Beside.Sum(beside =>
                beside.Label.StartsWith("no contacts", StringComparison.Ordinal) ? beside.Count : 0)));
    }

    /// <summary>Counted call by call: of those whose days had passed when the file ended, and of all.</summary>
    private static (int Rested, int Known, int RestedSoFar, int All) NotRepeated(List<ContactRow> calls, int days)
    {
        const long quarter = 900_000;
        var ended = calls.Max(call => call.ArrivedAt.ToUnixTimeMilliseconds() / quarter);
        var seen = new List<(bool Known, bool Rests)>();
        foreach (var customer in calls.Where(call => call.Customer is not null && !call.Excluded).GroupBy(call => call.Customer))
        {
            var inOrder = customer.OrderBy(call => call.ArrivedAt).ThenBy(call => call.Id).ToList();
            for (var at = 0; at < inOrder.Count; at++)
                if (inOrder[at].AnsweredAt is not null)
                    seen.Add((inOrder[at].ArrivedAt.ToUnixTimeMilliseconds() / quarter + days * 96 <= ended,
                        at + 1 == inOrder.Count || inOrder[at + 1].ArrivedAt - inOrder[at].ArrivedAt > TimeSpan.FromDays(days)));
        }
        return (seen.Count(call => call is { Known: true, Rests: true }), seen.Count(call => call.Known), seen.Count(call => call.Rests), seen.Count);
    }

    private static async Task<KpiFigures.Finding> FigureAsync(TestCentre centre, string kpi, int? window = null, Interval? interval = null) =>
        (await centre.AskAsync(new KpiFigures(kpi, new DateOnly(1999, 2, 1), new DateOnly(1999, 2, 21))
        {
            Window = window,
            Interval =
            interval,
            Threshold = kpi.StartsWith("service", StringComparison.Ordinal) ? 20 : null,
            Whole = true
        })).Value;

    [Theory, EachDatabase]
    public async Task The_logs_known_traps_are_shown_with_their_counts_and_first_lines(Database database)
    {
        var findings = (await imported.OnAsync(database)).Report.Findings.ToDictionary(finding => finding.Code);
        var counted = findings.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        Assert.Equal(
            (209, 20, 363, 13, 13, 2, 324, 1_353),
            (counted["phantom"], counted["negative-vru-time"], counted["no-server"], counted["service-over-midnight"],
                counted["service-time-differs"],
                counted["queue-time-differs"], counted["service-overlaps"], counted["left-in-vru"]));
        Assert.Equal([1603L, 2494, 3108, 3523, 3803], findings["negative-vru-time"].Samples.Select(sample => sample.Line));
        Assert.StartsWith("AA0102\t30456", findings["negative-vru-time"].Samples[0].Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_same_file_again_changes_nothing(Database database)
    {
        var (centre, _) = await imported.OnAsync(database);
        var before = await StateAsync(centre);
        var again = await centre.ImportAsync(Bank, File);
        Assert.Equal((0, 24_223), (again.Imported, again.Unchanged));
        Assert.Equal(before, await StateAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task An_import_broken_off_goes_on_where_it_was_and_counts_every_row_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var importer = centre.Services.GetRequiredService<Importer>();
        var begin = await Importing.BeginAsync(Bank, File);
        var id = (await centre.DoAsync(begin)).Value;
        using var kill = new CancellationTokenSource();
        var heard = KillAtThirdChunkAsync(centre, id, kill);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importer.RunAsync(id, kill.Token));
        await heard;
        var broken = (await centre.AskAsync(new ImportRecord(id))).Value;
        Assert.InRange(broken.Rows, 200, 22_000);
        Assert.Equal(id, (await centre.DoAsync(begin)).Value);
        var report = await importer.RunAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal((24_223, 24_223, 0, 20), (report.Rows, report.Imported, report.Unchanged, report.Repaired));
        Assert.Equal(20, (await centre.RemarksAsync(report, RemarkKind.Repaired)).Count);
    }

    private static async Task KillAtThirdChunkAsync(TestCentre centre, ImportId id, CancellationTokenSource kill)
    {
        var chunks = 0;
        await foreach (var _ in centre.Services.GetRequiredService<Noticeboard>().Listen([$"import:{id}"], TestContext.Current.CancellationToken))
            if (++chunks == 3)
                break;
        await kill.CancelAsync();
    }

    private static async Task<(long Lines, int Contacts, int Customers)> StateAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return ((await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync()).Number, await db.Set<ContactRow>()
            .CountAsync(), await db.Set<CustomerRow>().CountAsync());
    }

    private static double Percent(int part, int whole) => Rounded(100.0 * part / whole);
    private static double Rounded(double value) => Math.Round(value, 2);
}
