using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>
/// Agents by KPIs, for coaching. In order of name, never of figure: most differences between agents on a few contacts are chance.
/// </summary>
[Needs(Permission.ReadMeasures)]
[Unscoped(UnscopedAttribute.ByKpiPlan)]
public sealed record AgentFigures(DateOnly From, DateOnly To) : IReading<AgentFigures.Finding>
{
    /// <summary>Fewer than this, and the figure is marked as resting on few.</summary>
    public const int Few = 30;

    private static readonly string[] Columns =
        ["contacts-answered", "handling-time", "hold-time", "wrap-time", "fcr", "resolution-recorded", "occupancy"];

    public string? Team { get; init; }
    public IReadOnlyList<FactKind> Kinds { get; init; } = Slice.Performance;

    /// <param name="All">The same figures of all these agents together.</param>
    public sealed record Finding(IReadOnlyList<Kpi> Kpis, IReadOnlyList<Row> Agents, IReadOnlyList<Cell> All);

    public sealed record Row(string Key, string Name, IReadOnlyList<Cell> Figures);

    /// <param name="Low">Lower bound of the 95 % interval of a share.</param>
    public sealed record Cell(Figure? Figure, bool Few, double? Low, double? High);

    internal sealed class Reader(KpiReader reader) : IAnswer<AgentFigures, Finding>
    {
        public async Task<Outcome<Finding>> Answer(AgentFigures reading, ReadingContext context, CancellationToken stop)
        {
            var asked = await reader.OfOneMomentAsync(moment =>
                ReadAsync([.. Columns.Select(column => Question(reading, column))], moment, stop), context);
            if (!asked.Allowed)
                return asked.Refusals.ToList();
            var findings = asked.Value;
            var agents = findings.SelectMany(finding => finding.Lines).Where(line => line.Key!.Length > 0)
                .DistinctBy(line => line.Key).OrderBy(line => line.Label, StringComparer.CurrentCultureIgnoreCase)
                .Select(line => new Row(line.Key!, line.Label!, [.. findings.Select(finding =>
                    CellOf(finding.Kpi, finding.Lines.FirstOrDefault(other => other.Key == line.Key)?.Figure))]));
            return new Finding([.. findings.Select(finding => finding.Kpi)], [.. agents],
                [.. findings.Select(finding => CellOf(finding.Kpi, finding.Total))]);
        }

        // One definition for the whole table, the last in force, so that its lines can be compared.
        private async Task<Outcome<IReadOnlyList<KpiFigures.Finding>>> ReadAsync(List<KpiFigures> asked, KpiMoment moment, CancellationToken stop)
        {
            var found = await reader.ReadAsync(asked, moment, stop);
            if (!found.Allowed || found.Value.All(finding => finding.Parts.Count == 1))
                return found;
            return await reader.ReadAsync([.. asked.Zip(found.Value, (question, finding) => question with { Version = finding.Parts[^1].Version })],
                moment, stop);
        }

        private static KpiFigures Question(AgentFigures reading, string column) => new(column, reading.From, reading.To)
        {
            Split = Dimension.Agent,
            Kinds = reading.Kinds,
            Only = reading.Team is { } team ? new Dictionary<Dimension, string> { [Dimension.Team] = team } : [],
        };

        private static Cell CellOf(Kpi kpi, Figure? figure)
        {
            var contacts = kpi.Family == ContactMeasures.Family ? figure?.Denominator : null;
            var interval = kpi.Unit is KpiUnit.Percent && contacts is { } whole ? Wilson.Of(figure!.Numerator!.Value, whole) : null;
            return new Cell(figure, contacts is > 0 and < Few, interval?.Low, interval?.High);
        }
    }
}
