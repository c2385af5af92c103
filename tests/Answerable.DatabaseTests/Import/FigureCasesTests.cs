using System.Text;
using Answerable.Analysis.Measures;
using Answerable.App.Import;
using Answerable.App.Measures;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import;

/// <summary>A table brought in as by the page, and the figures that its calls come to by hand; named after the case of real users.</summary>
public sealed class FigureCasesTests
{
    private static readonly string Table = "id,start,result,wait,queue,agent,talk\nd1,2026-03-03 10:00:00,handled,100,A,Ann,1000\n"
        + string.Concat(Enumerable.Range(0, 9).Select(number => $"e{number},2026-03-04 10:0{number}:00,handled,10,A,Bob,100\n"))
        + "mid,2026-03-04 23:59:50,handled,15,B,Ann,600\nth1,2026-03-06 09:00:00,handled,20,C,Ann,60\n"
        + "th2,2026-03-06 09:01:00,handled,20.4,C,Ann,60\nab1,2026-03-06 09:02:00,abandoned,5,C,,\nab2,2026-03-06 09:03:00,abandoned,5.4,C,,\n"
        + "ab3,2026-03-06 09:04:00,abandoned,21,C,,\n";

    private static readonly (DateOnly From, DateOnly To) Begun = (new(2026, 3, 3), new(2026, 3, 5)), Third = (new(2026, 3, 6), new(2026, 3, 7));

    [Theory, EachDatabase]
    public async Task Case_k1_figures_are_ratios_of_sums_over_midnight_and_at_the_very_thresholds(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await BringInAsync(centre);
        // Eleven calls of two days: 205 s and 2,500 s in all. Of the days' averages it would be 55.25 s and 575 s.
        Assert.Equal(18.64, await FigureAsync(centre, "speed-of-answer", Begun));
        Assert.Equal(227.27, await FigureAsync(centre, "handling-time", Begun));
        // A call that came before midnight and was answered after it is the earlier day's, whole.
        Assert.Equal([1000, 150], await DaysAsync(centre, "handling-time"));
        Assert.Equal([1, 10], await DaysAsync(centre, "contacts"));
        // 20.0 s is in time, 20.4 s is not; 5.0 s is a short abandon, 5.4 s is none.
        Assert.Equal(50.00, await FigureAsync(centre, "service-level-f2", Third));
        Assert.Equal(20.00, await FigureAsync(centre, "service-level-f3", Third));
        Assert.Equal(60.00, await FigureAsync(centre, "abandonment", Third));
        Assert.Equal(50.00, await FigureAsync(centre, "abandonment-ex-short", Third));
    }

    private static async Task BringInAsync(TestCentre centre)
    {
        var importer = centre.Services.GetRequiredService<Importer>();
        var brought = await centre.BringAsync(Encoding.UTF8.GetBytes(Table));
        Assert.True(brought.ColumnsToChoose);
        var proposed = (await centre.AskAsync(new ImportPreview(brought.Id))).Value.Mapping;
        Assert.True((await centre.DoAsync(new ChooseColumns(brought.Id, proposed))).Allowed);
        var ready = await importer.RunAsync(brought.Id, TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Ready, 16L, 0L, 0L), (ready.State, ready.Imported, ready.Rejected, ready.Repaired));
        Assert.True((await centre.DoAsync(new StartImport(brought.Id))).Allowed);
        Assert.Equal(16, (await importer.RunAsync(brought.Id, TestContext.Current.CancellationToken)).Imported);
    }

    private static async Task<double> FigureAsync(TestCentre centre, string kpi, (DateOnly From, DateOnly To) days) =>
        Math.Round((await AskAsync(centre, kpi, days)).Total.Value!.Value, 2);

    private static async Task<IEnumerable<double>> DaysAsync(TestCentre centre, string kpi) =>
        (await AskAsync(centre, kpi, Begun, Interval.Day)).Lines.Select(line => line.Figure.Value!.Value);

    private static async Task<KpiFigures.Finding> AskAsync(TestCentre centre, string kpi, (DateOnly From, DateOnly To) days,
        Interval? interval = null) => (await centre.AskAsync(new KpiFigures(kpi, days.From, days.To)
        {
            Interval = interval,
            Threshold = kpi.StartsWith("service", StringComparison.Ordinal) ? 20 : null,
            Whole = true,
        })).Value;
}
