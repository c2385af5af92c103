using Answerable.Analysis.Measures;
using Answerable.App;
using Answerable.App.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.DatabaseTests.Measures;

/// <summary>Rows of another version of the program, or damaged ones, never break a figure; what they lack is added up again.</summary>
public sealed class MeasuresHealTests
{
    private static readonly KpiFigures Asked = new("abandonment", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2));
    private static readonly Figure Right = new(25, 10, 40, null);

    [Theory, EachDatabase]
    public async Task A_measure_that_a_newer_program_kept_is_skipped(Database database)
    {
        var newer = new Family(1, "contacts", ContactMeasures.Family.Key,
            [.. Copies(_ => true), new Measure(9_001, "contacts.new", MeasureKind.Histogram, "things", "")]);
        await using var centre =
            await CentreAsync(database, (columns, names) => (newer.Holds, Written(newer, columns, names, cell => cell.Mark(newer.Find(9_001)!, 5))));
        var found = await ReadAsync(centre);
        Assert.Equal((Right, 0), (found.Total, found.Waiting));
        Assert.Equal(newer.Holds, await HoldsAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task A_measure_that_an_older_program_did_not_know_is_added_up_again(Database database)
    {
        var older = new Family(1, "contacts", ContactMeasures.Family.Key, [.. Copies(measure => measure.Id != ContactMeasures.Abandoned.Id)]);
        await using var centre = await CentreAsync(database, (columns, names) => (older.Holds, Written(older, columns, names, _ => { })));
        Assert.Equal(Right, (await ReadAsync(centre)).Total);
        Assert.Equal(ContactMeasures.Family.Holds, await HoldsAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Rows_as_version_0_1_0_kept_them_are_read_and_then_kept_in_the_present_form(Database database)
    {
        byte[] old = [];
        await using var centre = await CentreAsync(database, (columns, names) => ("1", old = FormOfOld.Write(columns, names)));
        var read = QuarterBytes.Read(ContactMeasures.Family, 0, old);
        Assert.Equal((QuarterBytes.Condition.Lacking, 40),
            (read.State, read.Columns!.Counts(ContactMeasures.Answered).ToArray().Sum() + read.Columns.Counts(ContactMeasures.Abandoned).ToArray()
            .Sum()));
        Assert.Equal(Right, (await ReadAsync(centre)).Total);
        Assert.Equal(ContactMeasures.Family.Holds, await HoldsAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task A_form_only_a_newer_program_reads_breaks_no_figure_and_is_said_to_be_waiting(Database database)
    {
        await using var centre = await CentreAsync(database, (columns, names) => ("99: 1", [99, 1, 2, 3]));
        var found = await ReadAsync(centre);
        Assert.Equal(("no contacts", 1), (found.Total.Word, found.Waiting));
        Assert.Equal("99: 1", await HoldsAsync(centre));
    }

    [Theory, EachDatabase]
    public async Task Damaged_rows_break_no_figure_and_are_added_up_again(Database database)
    {
        await using var centre = await CentreAsync(database, (columns, names) => (ContactMeasures.Family.Holds, QuarterBytes.Write(columns)[..20]));
        var first = await ReadAsync(centre);
        Assert.Equal(("no contacts", 1), (first.Total.Word, first.Waiting));
        var second = await ReadAsync(centre);
        Assert.Equal((Right, 0), (second.Total, second.Waiting));
    }

    /// <summary>Thirty answered and ten abandoned; what was kept of them is put in place of, and another process opens the centre.</summary>
    private static async Task<OtherProcess> CentreAsync(Database database, Func<QuarterColumns, Names, (string Holds, byte[] Cells)> instead)
    {
        var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(30, 20_000).Abandoned(10, 5_000).DeliverAsync();
        var image = await centre.Services.GetRequiredService<MeasuresStore>().CurrentAsync(default);
        var (holds, cells) = instead(image.Quarters.Single(), image.Names);
        await using (var db = centre.OpenDb())
            await db.Set<MeasuresQuarterRow>()
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Cells, cells).SetProperty(row => row.Holds, holds));
        return new OtherProcess(centre);
    }

    private static byte[] Written(Family family, QuarterColumns columns, Names names, Action<Cell> more) =>
        QuarterBytes.Write(new QuarterColumns(family, columns.Quarter,
        [.. columns.ToCells(names).Select(pair => (pair.Key.Code(names), Again(family, pair.Cell, more)))]));

    private static Cell Again(Family family, Cell cell, Action<Cell> more)
    {
        var again = new Cell(family);
        foreach (var measure in ContactMeasures.Family.Measures.Where(measure => family.Find(measure.Id) is not null))
            switch (measure.Kind)
            {
                case MeasureKind.Count: again.Count(family.Find(measure.Id)!, cell.CountOf(measure)); break;
                case MeasureKind.Sum: again.Add(family.Find(measure.Id)!, cell.SumOf(measure)); break;
                case MeasureKind.Histogram:
                    cell.SpreadOf(measure).ToList()
                    .ForEach(pair => again.Mark(family.Find(measure.Id)!, pair.Key, pair.Value)); break;
            }
        more(again);
        return again;
    }

    private static IEnumerable<Measure> Copies(Func<Measure, bool> which) =>
        ContactMeasures.Family.Measures.Where(which)
            .Select(measure => new Measure(measure.Id, measure.Name, measure.Kind, measure.Unit, measure.Words));

    private static async Task<KpiFigures.Finding> ReadAsync(OtherProcess other) =>
        (await other.Services.GetRequiredService<App.Acts.Dispatcher>().AskAsync(Asked, Model.People.Actor.System)).Value;

    private static async Task<string> HoldsAsync(OtherProcess other)
    {
        await using var db = await other.Services.GetRequiredService<IDbContextFactory<App.Storage.AnswerableDb>>().CreateDbContextAsync();
        return await db.Set<MeasuresQuarterRow>().Select(row => row.Holds).SingleAsync();
    }

    /// <summary>Knows nothing but what is stored.</summary>
    private sealed class OtherProcess : IAsyncDisposable
    {
        private readonly TestCentre _centre;
        private readonly IHost _host;

        public OtherProcess(TestCentre centre)
        {
            _centre = centre;
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddAnswerable(centre.ConnectionString).AddSingleton<TimeProvider>(centre.Time);
            _host = builder.Build();
            _host.Start();
        }

        public IServiceProvider Services => _host.Services;

        public async ValueTask DisposeAsync()
        {
            await _host.StopAsync();
            _host.Dispose();
            await _centre.DisposeAsync();
        }
    }
}
