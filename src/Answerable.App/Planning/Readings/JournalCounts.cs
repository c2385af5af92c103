using Answerable.Analysis.Measures;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.Journal;
using Answerable.Model.People;
using NodaTime;
using Interval = Answerable.Analysis.Measures.Interval;

namespace Answerable.App.Planning;

/// <summary>The journal's own contacts counted by the quarter-hour, as a series to forecast from.</summary>
/// <param name="Queue">Only this queue; empty for all.</param>
/// <param name="Type">Only this contact type; empty for all.</param>
/// <param name="From">The first date.</param>
/// <param name="To">The date after the last; today and what follows is left out.</param>
[Needs(Permission.Plan)]
[Unscoped(UnscopedAttribute.ByKpiPlan)]
public sealed record JournalCounts(string Queue, string Type, DateOnly From, DateOnly To) : IReading<IReadOnlyList<IntervalCount>>
{
    /// <summary>Asked for a month at a time: a quarter-hour each is as many intervals as one answer holds.</summary>
    private const int DaysAtOnce = 31;
    private const int MostDays = 1_100;
    private const int QuarterHour = 15;

    internal sealed class Reader(KpiReader reader, Kinds kinds, CentreInForce centre) : IAnswer<JournalCounts, IReadOnlyList<IntervalCount>>
    {
        public async Task<Outcome<IReadOnlyList<IntervalCount>>> Answer(JournalCounts reading, ReadingContext context, CancellationToken stop)
        {
            if (reading.To <= reading.From)
                return new Refusal("planning.period", "The last day must not come before the first.", "Last");
            if (reading.To.DayNumber - reading.From.DayNumber > MostDays)
                return new Refusal("planning.period", "Take at most three years at once.", "From");
            var (known, end) = (await kinds.UsualAsync(stop), EndOf(reading, context, await centre.NowAsync()));
            var rows = new List<(DateTimeOffset Start, double Calls)>();
            for (var from = reading.From; from < end; from = from.AddDays(DaysAtOnce))
            {
                var to = from.AddDays(DaysAtOnce) is var next && next < end ? next : end;
                var found = await reader.ReadAsync(reading.Asked(from, to, known), context, stop);
                if (!found.Allowed)
                    return found.Refusals.ToList();
                rows.AddRange(found.Value.Lines.Select(line => (line.Start!.Value, line.Figure.Value ?? 0)));
            }
            return rows.Any(row => row.Calls > 0)
                ? Outcome(Counted(rows, reading.Queue, await centre.NowAsync()))
                : new Refusal("planning.no-contacts", "No contacts arrived in those days; choose others, or another queue.", "From");
        }

        /// <summary>A day still under way would look like a quiet one: it is left out.</summary>
        private static DateOnly EndOf(JournalCounts reading, ReadingContext context, CentreSettings here)
        {
            var today = Instant.FromDateTimeOffset(context.Now).InZone(DateTimeZoneProviders.Tzdb[here.Zone]).Date.ToDateOnly();
            return reading.To < today ? reading.To : today;
        }

        private static Outcome<IReadOnlyList<IntervalCount>> Outcome(List<IntervalCount> counts) => counts;

        /// <summary>Where hours are said, a quiet quarter-hour within them counts as none, and a call that slipped in outside is no demand.</summary>
        private static List<IntervalCount> Counted(List<(DateTimeOffset Start, double Calls)> rows, string queue, CentreSettings here)
        {
            var first = rows.First(row => row.Calls > 0).Start.Date;
            var last = rows.Last(row => row.Calls > 0).Start.Date;
            var (said, seen) = (QueueHours.Of(here, queue, here.Holidays?.Code() ?? ""), AsSeen(rows));
            bool IsOpen(DateTimeOffset start) =>
                said.MinutesOpen(LocalDate.FromDateTime(start.DateTime), (int)start.TimeOfDay.TotalMinutes, QuarterHour) is { } open
                    ? open > 0 : seen(start);
            return [.. rows.Where(row => row.Start.Date >= first && row.Start.Date <= last && IsOpen(row.Start))
                .Select((row, at) =>
                    new IntervalCount(LocalDateTime.FromDateTime(row.Start.DateTime), row.Calls, at + 2, Offset.FromTimeSpan(row.Start.Offset)))];
        }

        /// <summary>Where no hours are said: a quarter-hour of a weekday that never had a contact is closed, not quiet, and left out.</summary>
        private static Func<DateTimeOffset, bool> AsSeen(List<(DateTimeOffset Start, double Calls)> rows)
        {
            var open = rows.Where(row => row.Calls > 0).Select(row => (row.Start.DayOfWeek, row.Start.TimeOfDay)).ToHashSet();
            return start => open.Contains((start.DayOfWeek, start.TimeOfDay));
        }
    }

    /// <summary>The kinds of fact to plan from: what really happened; where nothing has, the demo's.</summary>
    internal sealed class Kinds(MeasuresStore store)
    {
        public async Task<IReadOnlyList<FactKind>> UsualAsync(CancellationToken stop)
        {
            var image = await store.CurrentAsync(stop);
            return image.Kinds.ContainsKey(FactKind.Demo) && !Slice.Performance.Any(image.Kinds.ContainsKey) ? [FactKind.Demo] : Slice.Performance;
        }
    }

    private KpiFigures Asked(DateOnly from, DateOnly to, IReadOnlyList<FactKind> kinds) =>
        Of("contacts", kinds) with { From = from, To = to, Interval = Interval.QuarterHour };

    /// <summary>Another KPI of the same contacts, over all their days.</summary>
    internal KpiFigures Of(string kpi, IReadOnlyList<FactKind> kinds)
    {
        var only = new Dictionary<Dimension, string>();
        if (Queue.Length > 0)
            only[Dimension.Queue] = Queue;
        if (Type.Length > 0)
            only[Dimension.Type] = Type;
        return new KpiFigures(kpi, From, To) { Kinds = kinds, Only = only, Whole = true };
    }
}
