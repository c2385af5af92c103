using Answerable.Model.People;
using Answerable.Simulation.Statistics;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>What a rehearsal showed. Every half-width is that of a 95 % interval over the runs (Student's t).</summary>
/// <param name="Against">The version it is held against; none where it stands alone.</param>
/// <param name="Assumptions">What the journal does not give yet and was taken as usual.</param>
/// <param name="Cautions">What nobody should read the figures without.</param>
public sealed record TwinReport(
    string Procedure, int Version, int? Against, int Days, int Runs, long Seed, DateTimeOffset From,
    IReadOnlyList<TwinFigure> Figures, IReadOnlyList<LevelReport> Levels, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Cautions)
{
    internal static TwinReport Of(
        TwinGround ground, TwinVersion version, TwinVersion? against, TwinPlan plan, IReadOnlyList<TwinRun> runs,
            IReadOnlyList<TwinRun> beside) => new(
        ground.Type, version.Number, against?.Number, plan.Days, plan.Runs, plan.Seed, ground.From,
        [.. Measures().Select((measure, place) => TwinFigure.Of(measure, runs, beside, run => run.Figures[place]))],
        [.. ground.Levels.Select((level, place) => LevelReport.Of(level, runs, beside, run => run.Levels[place]))],
        ground.Assumptions, ground.Cautions);

    private static IEnumerable<(string Name, string Title, string Unit)> Measures() =>
        TwinMeasures.Told.Select(kpi => (kpi.Name, kpi.Title, kpi.Unit.ToString().ToLowerInvariant()))
            .Append(("referrals", "Referrals for each hundred answered contacts", "per hundred"));
}

/// <summary>One level's part in it.</summary>
/// <param name="People">How many are there at once.</param>
/// <param name="Asked">Referrals a day put to the role.</param>
/// <param name="Taken">Referrals a day its people took, their own and those of roles below.</param>
public sealed record LevelReport(Role Role, int People, TwinFigure Asked, TwinFigure Taken, TwinFigure Wait, TwinFigure Occupancy)
{
    internal static LevelReport Of(TwinLevel level, IReadOnlyList<TwinRun> runs, IReadOnlyList<TwinRun> beside, Func<TwinRun, LevelRun> of) => new(
        level.Role, level.Servers,
        TwinFigure.Of(("asked", "Referrals put to the role", "a day"), runs, beside, run => of(run).Asked),
        TwinFigure.Of(("taken", "Referrals taken", "a day"), runs, beside, run => of(run).Taken),
        TwinFigure.Of(("wait", "Mean wait of referrals taken", "seconds"), runs, beside, run => of(run).Wait),
        TwinFigure.Of(("occupancy", "Occupancy", "percent"), runs, beside, run => of(run).Occupancy));
}

/// <summary>
/// A figure as the mean over runs, and how it differs from the other version's on the same chance, run by run
/// (<see cref="PairedComparison"/>). Runs in which there was nothing to count are left out; nothing where fewer than two are left.
/// </summary>
/// <param name="Change">This version less the one it is held against.</param>
/// <param name="ChangeUnpairedHalfWidth">The half-width it would have had on separate chance.</param>
/// <param name="PValue">How likely a difference this large is by chance alone.</param>
public sealed record TwinFigure(
    string Name, string Title, string Unit, double? Value, double? HalfWidth,
    double? Against = null, double? Change = null, double? ChangeHalfWidth = null, double? ChangeUnpairedHalfWidth = null, double? PValue = null)
{
    internal static TwinFigure Of(
        (string Name, string Title, string Unit) measure, IReadOnlyList<TwinRun> runs, IReadOnlyList<TwinRun> beside, Func<TwinRun, double?> of)
    {
        double[] values = [.. runs.Select(of).OfType<double>()];
        var alone = new TwinFigure(measure.Name, measure.Title, measure.Unit, null, null);
        if (values.Length > 1)
        {
            var mean = Estimate.OfMean(values);
            alone = alone with { Value = mean.Value, HalfWidth = mean.HalfWidth() };
        }
        var pairs = runs.Zip(beside, (here, there) => (Here: of(here), There: of(there))).Where(
            pair => pair is { Here: not null, There: not null }).ToArray();
        if (pairs.Length < 2)
            return alone;
        double[] here = [.. pairs.Select(pair => pair.Here!.Value)], there = [.. pairs.Select(pair => pair.There!.Value)];
        var compared = PairedComparison.Of(there, here);
        var apart = compared.Difference with { StandardError = compared.UnpairedError };
        return alone with
        {
            Against = there.Average(),
            Change = compared.Difference.Value,
            ChangeHalfWidth = compared.Difference.HalfWidth(),
            ChangeUnpairedHalfWidth = apart.HalfWidth(),
            PValue = compared.PValue,
        };
    }
}
