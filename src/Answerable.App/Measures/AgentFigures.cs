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
            var findings = new List<KpiFigures.Finding>();
            foreach (var column in Columns)
            {
                var asked = await ReadAsync(Question(reading, column), context, stop);
                if (!asked.Allowed)
                    return asked.Refusals.ToList();
                findings.Add(asked.Value);
            }
            var agents = findings.SelectMany(finding => finding.Lines).Where(line => line.Key!.Length > 0)
                .DistinctBy(line => line.Key).OrderBy(line => line.Label, StringComparer.CurrentCultureIgnoreCase)
                .Select(line => new Row(line.Key!, line.Label!, [.. findings.Select(finding => CellOf(finding.Kpi, finding.Lines.FirstOrDefault(other => other.Key == line.Key)?.Figure))]));
            return new Finding([.. findings.Select(finding => finding.Kpi)], [.. agents], [.. findings.Select(finding => CellOf(finding.Kpi, finding.Total))]);
        }

        // One definition for the whole table, the last in force, so that its lines can be compared.
        private async Task<Outcome<KpiFigures.Finding>> ReadAsync(KpiFigures question, ReadingContext context, CancellationToken stop)
        {
            var asked = await reader.ReadAsync(question, context, stop);
            return asked.Allowed && asked.Value.Parts is [_, .., var last]
                ? await reader.ReadAsync(question with { Version = last.Version }, context, stop)
                : asked;
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
