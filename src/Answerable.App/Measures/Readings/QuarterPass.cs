using Answerable.Analysis.Measures;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Leads quarter-hours past readings, each once for all of them: older ones one by one from storage, the rest from memory.</summary>
internal sealed class QuarterPass(IDbContextFactory<AnswerableDb> databases)
{
    /// <summary>Returns false where storage had moved on from the image meanwhile: the readings are then not of one moment, and must be taken
    /// again.</summary>
    public async Task<bool> LeadAsync(Family family, MeasuresImage image, IReadOnlyCollection<KpiReading> readings, CancellationToken stop)
    {
        var (from, to) = (readings.Min(reading => reading.Slice.From), Math.Min(image.ResidentFrom, readings.Max(reading => reading.Slice.To)));
        var still = from >= to || await LeadOlderAsync(family, image, readings, from, to, stop);
        foreach (var reading in readings)
            foreach (var quarter in image.Between(reading.Slice.From, reading.Slice.To))
                reading.Add(quarter);
        return still;
    }

    private async Task<bool> LeadOlderAsync(Family family, MeasuresImage image, IReadOnlyCollection<KpiReading> readings, int from, int to,
        CancellationToken stop)
    {
        var still = true;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = db.Set<MeasuresQuarterRow>().AsNoTracking().Where(row => row.Family == family.Id && row.Quarter >= from && row.Quarter < to)
            .OrderBy(row => row.Quarter).Select(row => new { row.Quarter, row.Revision, row.Cells });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
            if (row.Revision > image.Revision)
                still = false;
            else if (QuarterBytes.Read(family, row.Quarter, row.Cells).Columns is { Cells: > 0 } columns)
                foreach (var reading in readings)
                    if (columns.Quarter >= reading.Slice.From && columns.Quarter < reading.Slice.To)
                        reading.Add(columns);
        return still;
    }
}
