using Answerable.Analysis.Planning.Cover;
using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Sizing;

/// <summary>A day's requirement, the shifts that cover it, what they cost and what service they give by Erlang.</summary>
/// <param name="Knobs">What it was sized with.</param>
/// <param name="Curve">The demand, changed as the knobs say.</param>
/// <param name="Quarters">Its quarter-hours in order.</param>
/// <param name="Cover">The shifts; null where no shifts can cover it.</param>
public sealed record SizedDay(SizingKnobs Knobs, DayCurve Curve, IReadOnlyList<SizedQuarter> Quarters, CoverPlan? Cover)
{
    /// <summary>Quarter-hours in one interval of the cover.</summary>
    private const int QuartersAShiftStep = 2;

    /// <summary>Linear programs the cover may solve while somebody waits; a deeper search seldom saves a shift.</summary>
    private const double CoverWork = 4e7;

    /// <summary>Every reason why this day cannot be sized; none when it can.</summary>
    public static IEnumerable<Fault> Faults(DayCurve curve, SizingKnobs knobs)
    {
        List<Fault> faults = [.. knobs.Faults()];
        if (faults.Count > 0)
            return faults;
        var requirement = new StaffRequirement(knobs.Goals, knobs.PatienceSeconds);
        var busiest = new Load(PerHour(curve.Changed(knobs.DemandChange).Contacts.DefaultIfEmpty().Max()), knobs.HandlingSeconds);
        if (busiest.CallsPerHour > 0)
            faults.AddRange(requirement.Faults(busiest).Select(Named));
        if (faults.Count == 0 && busiest.Erlangs > Bounds.MostAgents / 2)
            faults.Add(new Fault("demand",
                $"of {Bounds.Shown(Math.Round(busiest.CallsPerHour))} calls an hour would need about {Bounds.Shown(Math.Round(busiest.Erlangs))} " +
                $"agents at once, too many to compute"));
        return faults;
    }

    /// <summary>Sizes a day without <see cref="Faults"/>. About two evaluations a quarter-hour, then the cover's linear programs.</summary>
    public static SizedDay Of(DayCurve curve, SizingKnobs knobs)
    {
        var changed = curve.Changed(knobs.DemandChange);
        var required = new StaffRequirement(knobs.Goals, knobs.PatienceSeconds).Of([.. changed.Contacts.Select(PerHour)], knobs.HandlingSeconds);
        var cover = CoverOf(required, curve);
        return new(knobs, changed, [.. changed.Contacts.Select((contacts, at) =>
        {
            int? atWork = cover?.AtWork(at / QuartersAShiftStep);
            var staffed = knobs.Staffed == StaffedBy.Shifts && atWork is { } working ? working : required[at].Agents;
            return new SizedQuarter(changed.FirstMinute + at * DayCurve.Quarter, contacts, required[at], atWork, staffed,
                Figures(contacts, staffed, knobs));
        })], cover);
    }

    /// <summary>Hours people are paid for, those away from their positions included: work / (1 - shrinkage).</summary>
    public double PaidHours => Hours(Cover is { } plan
        ? plan.Worked.Sum(worked => (double)worked.Heads * worked.Shift.Kind.PaidIntervals) * QuartersAShiftStep
        : Quarters.Sum(quarter => quarter.Required.Agents));

    /// <summary>What the day costs, in the units of the currency that pay is given in.</summary>
    public double Cost => PaidHours * Knobs.PayPerHour;

    /// <summary>The day's figures by Erlang, every quarter-hour weighted by its contacts.</summary>
    public DayService Erlang() => DayService.Of(Quarters, Knobs.Service.Definition);

    private double Hours(double quarters) => quarters * DayCurve.Quarter / 60 / (1 - Knobs.Shrinkage);

    private static double PerHour(double contacts) => contacts * (60 / DayCurve.Quarter);

    private static Fault Named(Fault fault) => fault.Field switch
    {
        "calls_per_hour" => fault with { Field = "demand" },
        "aht_s" => fault with { Field = "aht" },
        "patience_s" => fault with { Field = "patience" },
        _ => fault,
    };

    /// <summary>
    /// The least-cost shifts by the half-hour, each half-hour asking for the more of its two quarter-hours. Nobody is put at work before the
    /// first half-hour that is open or wanted, nor after the last.
    /// </summary>
    private static CoverPlan? CoverOf(IReadOnlyList<Staffing> required, DayCurve curve)
    {
        int[] halves = [.. required.Chunk(QuartersAShiftStep).Select(chunk => chunk.Max(staffing => staffing.Agents))];
        var worked = Enumerable.Range(0, halves.Length).Where(half => halves[half] > 0 || IsOpen(curve, half)).ToList();
        var (first, last) = worked.Count == 0 ? (0, halves.Length - 1) : (worked[0], worked[^1]);
        var day = new CoverDay("day", halves, [.. ShiftKind.UsualWithin(last + 1 - first).Select(kind => kind with
        {
            EarliestStart = first,
            LatestStart = last + 1 - kind.Length,
        })]);
        return day.Faults().Any() ? null : Covering.Cover(day, CoverWork).Plan;
    }

    private static bool IsOpen(DayCurve curve, int half) =>
        curve.Open is not { } open || open.Skip(half * QuartersAShiftStep).Take(QuartersAShiftStep).Contains(true);

    private static QueueFigures? Figures(double contacts, int agents, SizingKnobs knobs)
    {
        if (contacts == 0 || agents == 0)
            return null;
        var load = new Load(PerHour(contacts), knobs.HandlingSeconds);
        return knobs.PatienceSeconds is { } patience
            ? ErlangA.Figures(load, agents, patience, knobs.Service.Seconds, knobs.Service.ShortAsked)
            : ErlangC.Figures(load, agents, knobs.Service.Seconds);
    }
}
