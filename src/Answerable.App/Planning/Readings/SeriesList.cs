using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>What lies on the workbench: series, and the scenarios saved over them, by name.</summary>
[Needs(Permission.Plan)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record SeriesList : IReading<SeriesList.Listing>
{
    public const int Most = 200;

    public sealed record Listing(IReadOnlyList<Line> Series, IReadOnlyList<ScenarioLine> Scenarios);

    public sealed record Line(SeriesId Id, string Name, string Source, int Rows, DateOnly First, DateOnly Last, bool HasForecast, string LoadedBy,
        DateTimeOffset LoadedAt)
    {
        /// <summary>Whether the one who looks may take it away, with all the scenarios over it.</summary>
        public bool Removable { get; init; }
    }

    public sealed record ScenarioLine(SavedScenarioId Id, string Name, SeriesId Series, string SeriesName, string Knobs, string SavedBy,
        DateTimeOffset SavedAt)
    {
        public bool Removable { get; init; }
    }

    internal sealed class Reader : IAnswer<SeriesList, Listing>
    {
        public async Task<Outcome<Listing>> Answer(SeriesList reading, ReadingContext context, CancellationToken stop)
        {
            var series = await context.Db.Set<SeriesRow>().OrderBy(row => row.SortName).Take(Most)
                .Select(row =>
                    new Line(row.Id, row.Name, row.Source, row.Rows, row.First, row.Last, row.Forecast != null, row.LoadedBy, row.LoadedAt))
                .ToListAsync(stop);
            var scenarios = await ScenariosAsync(context, null, stop);
            var open = await PutThere.OpenToAsync(context.Who, context.Db, [.. series.Select(line => line.Id.Value)], stop);
            return new Listing(
                series.ConvertAll(line => line with
                {
                    Removable = open.Contains(line.Id.Value) && scenarios.Where(one => one.Series == line.Id).All(one => one.Removable),
                }), scenarios);
        }

        internal static async Task<List<ScenarioLine>> ScenariosAsync(ReadingContext context, SeriesId? series, CancellationToken stop)
        {
            var lines = await context.Db.Set<ScenarioRow>().Where(row => series == null || row.Series == series).OrderBy(row => row.SortName)
                .Take(Most)
                .Join(context.Db.Set<SeriesRow>(), row => row.Series, owner => owner.Id, (row, owner) =>
                    new ScenarioLine(row.Id, row.Name, row.Series, owner.Name, row.Knobs, row.SavedBy, row.SavedAt))
                .ToListAsync(stop);
            var open = await PutThere.OpenToAsync(context.Who, context.Db, [.. lines.Select(line => line.Id.Value)], stop);
            return lines.ConvertAll(line => line with { Removable = open.Contains(line.Id.Value) });
        }
    }
}
