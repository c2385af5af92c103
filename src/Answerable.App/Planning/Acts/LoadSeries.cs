using System.Globalization;
using System.Text;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Answerable.App.Planning;

/// <summary>Takes interval counts into the workbench under a name. What no forecast can be made from is refused by row and column.</summary>
/// <param name="Source">Where the counts are from, in words.</param>
/// <param name="SlotMinutes">The length of a slot to forecast: 15, 30 or 60 minutes.</param>
/// <param name="Holidays">A part of the United Kingdom whose bank holidays close the centre; empty for none.</param>
[Needs(Permission.Plan)]
public sealed record LoadSeries(string Name, string Source, int SlotMinutes, string Holidays, IReadOnlyList<IntervalCount> Counts) : IAct<SeriesId>
{
    /// <summary>The queue whose opening hours it keeps; empty for those of all.</summary>
    public string Queue { get; init; } = "";

    /// <summary>Where the knobs stand when the series is opened, as an address holds them; empty for the usual.</summary>
    public string Knobs { get; init; } = "";

    public const int MostCounts = 400_000;
    private static readonly LocalDateTimePattern Start = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>What stands against how it is to be forecast, before anything has been counted.</summary>
    public static IEnumerable<Refusal> RefusalsOf(int slotMinutes, string holidays)
    {
        if (slotMinutes is not (15 or 30 or 60))
            yield return new Refusal("planning.slot", "A slot is 15, 30 or 60 minutes.", "Slot");
        if (holidays.Length > 0 && HolidayParts.Find(holidays) is null)
            yield return new Refusal("planning.holidays",
                $"Bank holidays are those of {string.Join(", ", HolidayParts.All.Select(part => part.Words()))}.", "Holidays");
    }

    /// <summary>The counts, read and found fit to forecast from.</summary>
    internal sealed record Read(string Name, string Packed, DateOnly First, DateOnly Last);

    internal sealed class Handler(CentreInForce centre) : IHandle<LoadSeries, LoadSeries.Read, SeriesId>
    {
        public async Task<Outcome<Read>> Prepare(LoadSeries act, ReadingContext context, CancellationToken stop)
        {
            var name = act.Name.Shown();
            List<Refusal> refusals = [.. PlanningRefusals.OfName(name), .. Refusals(act), .. await KnownAsync(context.Db, name, stop)];
            if (refusals.Count > 0)
                return refusals;
            var here = await centre.NowAsync();
            var said = QueueHours.Of(here, act.Queue, act.Holidays);
            return CountHistory.From(act.Counts, act.SlotMinutes, DateTimeZoneProviders.Tzdb[here.Zone], said)
                .Then<Read>(history => new Read(name, PackedText.Pack(Csv(act.Counts)), history.First.ToDateOnly(), history.Last.ToDateOnly()));
        }

        public async Task<Outcome<SeriesId>> Decide(LoadSeries act, Read read, ActContext context, CancellationToken stop) =>
            await KnownAsync(context.Db, read.Name, stop) is { Count: > 0 } refusals ? refusals : Keep(act, read, context);

        private static async Task<List<Refusal>> KnownAsync(AnswerableDb db, string name, CancellationToken stop) =>
            await db.Set<SeriesRow>().Select(row => row.Name).HoldAsync(name, stop) ? [PlanningRefusals.NameKnown("series")] : [];

        private static IEnumerable<Refusal> Refusals(LoadSeries act)
        {
            foreach (var refusal in RefusalsOf(act.SlotMinutes, act.Holidays))
                yield return refusal;
            if (act.Counts.Count > MostCounts)
                yield return new Refusal("planning.rows",
                    $"A series holds at most {MostCounts:#,0} rows, not {act.Counts.Count:#,0}: leave out the oldest.", "File");
        }

        private static SeriesId Keep(LoadSeries act, Read read, ActContext context)
        {
            var row = new SeriesRow
            {
                Id = Ids.New<SeriesId>(),
                Name = read.Name,
                SortName = read.Name.ToUpperInvariant(),
                Source = act.Source,
                SlotMinutes = act.SlotMinutes,
                Holidays = act.Holidays,
                Queue = act.Queue.Length > 0 ? act.Queue : null,
                Knobs = act.Knobs,
                Counts = read.Packed,
                Rows = act.Counts.Count,
                First = read.First,
                Last = read.Last,
                LoadedBy = context.Who.Name,
                LoadedAt = context.Now,
            };
            context.Db.Add(row);
            context.Happened(new SeriesLoaded(row.Name, row.Source, row.Rows, row.First, row.Last), row.Id);
            return row.Id;
        }

        private static string Csv(IReadOnlyList<IntervalCount> counts)
        {
            var text = new StringBuilder("DateTime,Calls\n");
            foreach (var count in counts)
                text.Append(Start.Format(count.Start)).Append(count.Offset is { } offset ? OffsetPattern.GeneralInvariantWithZ.Format(offset) : "")
                    .Append(CultureInfo.InvariantCulture, $",{count.Calls}\n");
            return text.ToString();
        }
    }
}
