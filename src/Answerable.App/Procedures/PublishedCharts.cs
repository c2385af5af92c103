using System.Collections.Concurrent;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Charts by version. Those published never change, so they are read once and kept: the desk asks for them at every step.</summary>
internal sealed class PublishedCharts
{
    private readonly ConcurrentDictionary<(ProcedureId Procedure, int Version), Chart> _kept = new();

    public async Task<Chart?> OfAsync(AnswerableDb db, ProcedureId procedure, int version, CancellationToken stop)
    {
        if (_kept.TryGetValue((procedure, version), out var kept))
            return kept;
        var row = await db.Versions.AsNoTracking().SingleOrDefaultAsync(row => row.Procedure == procedure && row.Number == version, stop);
        if (row is null)
            return null;
        var chart = row.Read();
        if (row.State.Immutable())
            _kept[(procedure, version)] = chart;
        return chart;
    }
}
