using System.Text.Json;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>One series with its forecast, as far as that is made, and the scenarios saved over it.</summary>
[Needs(Permission.Plan)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record SeriesRecord(SeriesId Id) : IReading<SeriesRecord.Finding>
{
    public sealed record Finding(
        SeriesId Id, string Name, string Source, string Knobs, int Rows, DateOnly First, DateOnly Last, ForecastSummary? Forecast,
            DateTimeOffset? ForecastAt,
        RunState? ForecastRun, IReadOnlyList<SeriesList.ScenarioLine> Scenarios);

    internal sealed class Reader(PlanningRuns runs) : IAnswer<SeriesRecord, Finding>
    {
        public async Task<Outcome<Finding>> Answer(SeriesRecord reading, ReadingContext context, CancellationToken stop)
        {
            // Before what it leaves: otherwise a forecast made between would be neither under way nor there, and no page would look again.
            var run = await runs.FindAsync(context.Db, RunKey.OfForecast(reading.Id), stop);
            var row = await context.Db.Set<SeriesRow>().Where(row => row.Id == reading.Id)
                .Select(row => new { row.Name, row.Source, row.Knobs, row.Rows, row.First, row.Last, row.Forecast, row.ForecastAt })
                    .SingleOrDefaultAsync(stop);
            if (row is null)
                return PlanningRefusals.NoSuchSeries;
            return new Finding(
                reading.Id, row.Name, row.Source, row.Knobs, row.Rows, row.First, row.Last, Read(row.Forecast), row.ForecastAt,
                run, await SeriesList.Reader.ScenariosAsync(context, reading.Id, stop));
        }
    }

    internal static ForecastSummary? Read(string? document) =>
        document is null ? null : JsonSerializer.Deserialize<ForecastSummary>(document, JsonSerializerOptions.Web);
}
