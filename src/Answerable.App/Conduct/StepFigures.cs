using Answerable.Analysis.Conduct;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>How each step of a version went in walks begun on these local dates.</summary>
/// <param name="From">The first date.</param>
/// <param name="To">The date after the last.</param>
[Needs(Permission.ReadMeasures)]
public sealed record StepFigures(ProcedureId Procedure, int Version, DateOnly From, DateOnly To) : IReading<StepFigures.Finding>
{
    /// <summary>Only of those who had this role then.</summary>
    public Role? Role { get; init; }
    public Channel? Channel { get; init; }

    /// <param name="Steps">By the step's key; steps nothing happened at are not in it.</param>
    /// <param name="Invented">Whether the walks are the demo's, there being no real ones of the version.</param>
    /// <param name="Waiting">Quarter-hours that are not in the figures yet.</param>
    public sealed record Finding(IReadOnlyList<Kpi> Kpis, IReadOnlyDictionary<string, IReadOnlyList<Figure>> Steps, bool Invented, int Waiting);

    internal sealed class Reader(MeasuresStores stores, CentreInForce centre) : IAnswer<StepFigures, Finding>
    {
        public async Task<Outcome<Finding>> Answer(StepFigures reading, ReadingContext context, CancellationToken stop)
        {
            var period = KpiQuestion.PeriodOf(new KpiFigures(StepKpis.Taken.Name, reading.From, reading.To), (await centre.NowAsync()).Zone);
            if (!period.Allowed)
                return period.Refusals.ToList();
            var image = await stores.Of(StepMeasures.Family).CurrentAsync(stop);
            if (image.Names.Find(Dimension.Version, ContactKey.VersionText(reading.Procedure, reading.Version)) is not { } version)
                return new Finding(StepKpis.All, new Dictionary<string, IReadOnlyList<Figure>>(), false, image.Waiting);
            var slice = SliceOf(reading, period.Value, version, Slice.Performance);
            var real = StepsOf(image, slice);
            var steps = real.Count > 0 ? real : StepsOf(image, slice with { Kinds = [FactKind.Demo] });
            return new Finding(StepKpis.All, steps, real.Count == 0 && steps.Count > 0, image.Waiting);
        }

        private static Slice SliceOf(StepFigures reading, LocalPeriod period, int version, IReadOnlyList<FactKind> kinds)
        {
            var only = new Dictionary<Dimension, int> { [Dimension.Version] = version };
            if (reading.Role is { } role)
                only[Dimension.Role] = (int)role;
            if (reading.Channel is { } channel)
                only[Dimension.Channel] = (int)channel;
            return new Slice(period.FromQuarter, period.ToQuarter, kinds, only);
        }

        private static Dictionary<string, IReadOnlyList<Figure>> StepsOf(MeasuresImage image, Slice slice)
        {
            var readings = StepKpis.All.Select(kpi => new KpiReading(
                kpi, KpiParameters.Usual, slice, image.Between(slice.From, slice.To), image.HorizonsAt(0), image.Names, Dimension.Step, [slice.From])
                .BySplit().ToDictionary(row => row.Split!.Value, row => row.Figure)).ToList();
            return readings[0].Keys.ToDictionary(
                step => image.Names.Text(Dimension.Step, step),
                step => (IReadOnlyList<Figure>)[.. readings.Select(figures => figures[step])]);
        }
    }
}
