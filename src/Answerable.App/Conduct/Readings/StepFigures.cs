using Answerable.Analysis.Conduct;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
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
[Unscoped("adds up walks by step, role and channel and names nobody")]
public sealed record StepFigures(ProcedureId Procedure, int Version, DateOnly From, DateOnly To) : IReading<StepFigures.Finding>
{
    /// <summary>Only of those who had this role then.</summary>
    public Role? Role { get; init; }
    public Channel? Channel { get; init; }

    /// <param name="Steps">By the step's key; steps nothing happened at are not in it.</param>
    /// <param name="Invented">Whether the walks are the demo's, there being no real ones of the version.</param>
    /// <param name="Waiting">Quarter-hours that are not in the figures yet.</param>
    public sealed record Finding(IReadOnlyList<Kpi> Kpis, IReadOnlyDictionary<string, IReadOnlyList<Figure>> Steps, bool Invented, int Waiting);

    internal sealed class Reader(KpiReader reader) : IAnswer<StepFigures, Finding>
    {
        public Task<Outcome<Finding>> Answer(StepFigures reading, ReadingContext context, CancellationToken stop) =>
            reader.OfOneMomentAsync(moment => ReadAsync(reading, moment, stop), context);

        private async Task<Outcome<Finding>> ReadAsync(StepFigures reading, KpiMoment moment, CancellationToken stop)
        {
            var period = KpiQuestion.PeriodOf(new KpiFigures(StepKpis.Taken.Name, reading.From, reading.To), moment.Zone);
            if (!period.Allowed)
                return period.Refusals.ToList();
            var image = await moment.ImageAsync(StepMeasures.Family, stop);
            if (image.Names.Find(Dimension.Version, ContactKey.VersionText(reading.Procedure, reading.Version)) is not { } version)
                return new Finding(StepKpis.All, new Dictionary<string, IReadOnlyList<Figure>>(), false, image.Waiting);
            var slice = SliceOf(reading, period.Value, version, Slice.Performance);
            var real = await StepsAsync(slice, moment, stop);
            var steps = real.Count > 0 ? real : await StepsAsync(slice with { Kinds = [FactKind.Demo] }, moment, stop);
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

        private async Task<Dictionary<string, IReadOnlyList<Figure>>> StepsAsync(Slice slice, KpiMoment moment, CancellationToken stop)
        {
            var image = await moment.ImageAsync(StepMeasures.Family, stop);
            var readings = StepKpis.All.Select(kpi => new KpiReading(kpi, KpiParameters.Usual, slice, image.HorizonsAt(moment.Now), image.Names,
                Dimension.Step, [slice.From])).ToList();
            await reader.LeadAsync(StepMeasures.Family, readings, moment, stop);
            var figures = readings.ConvertAll(reading => reading.BySplit().ToDictionary(row => row.Split!.Value, row => row.Figure));
            return figures[0].Keys.ToDictionary(
                step => image.Names.Text(Dimension.Step, step),
                step => (IReadOnlyList<Figure>)[.. figures.Select(own => own[step])]);
        }
    }
}
