using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>The versions of a KPI's definition, newest first.</summary>
[Needs(Permission.ReadMeasures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record DefinitionHistory(string Kpi) : IReading<IReadOnlyList<DefinitionHistory.Line>>
{
    /// <param name="From">The first date it holds for; none for the one as shipped.</param>
    public sealed record Line(int Version, DateOnly? From, KpiParameters Parameters, string Formula, string Reason, string By);

    internal sealed class Reader : IAnswer<DefinitionHistory, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(DefinitionHistory reading, ReadingContext context, CancellationToken stop)
        {
            if (Kpis.Find(reading.Kpi) is not { } kpi)
                return new Refusal("not-found", $"There is no KPI named '{reading.Kpi}'.");
            var rows = await context.Db.Set<DefinitionRow>().Where(row => row.Kpi == kpi.Name).OrderByDescending(row => row.Version)
                .ToListAsync(stop);
            var lines = rows.ConvertAll(row =>
                new Line(row.NumberFor(kpi), row.From, row.Parameters, kpi.Formula.Words(row.Parameters), row.Reason, row.By));
            lines.Add(new Line(kpi.Version, null, KpiParameters.Usual, kpi.Formula.Words(KpiParameters.Usual), "As shipped.", "Answerable"));
            lines.AddRange(kpi.Superseded.Index().Reverse().Select(earlier => new Line(earlier.Index + 1, null, KpiParameters.Usual, earlier.Item,
                "As shipped with an earlier release; computed no more.", "Answerable")));
            return lines;
        }
    }
}
