using Answerable.Analysis.Planning.Forecasts;
using Answerable.Model.Centre;
using NodaTime;

namespace Answerable.App.Planning;

/// <summary>What the centre says of a queue's opening, for those who count and forecast.</summary>
internal static class QueueHours
{
    /// <param name="queue">Empty for all queues.</param>
    /// <param name="holidays">The part whose bank holidays are kept, as data files write it; empty for none.</param>
    public static SaidHours Of(CentreSettings here, string queue, string holidays)
    {
        var closed = BankHolidays.Shipped.Where(holiday => holiday.Part == HolidayParts.Find(holidays)).Select(holiday => holiday.Date.ToDateOnly())
            .ToHashSet();
        return new SaidHours(here.Hours, queue, closed.Contains);
    }

    /// <summary>The bank holidays kept, and the days the centre has said of a queue: its own go before those of all.</summary>
    public static DayCalendar CalendarOf(CentreSettings here, string queue, string holidays, LocalDate asOf)
    {
        var own = here.Hours.Special.Where(day => day.Queue.Length == 0 || day.Queue == queue).OrderBy(day => day.Queue.Length)
            .Select(day => new SpecialDay(LocalDate.FromDateOnly(day.Date), day.Why, Closed: day.Open.Count == 0));
        var hours = Of(here, queue, holidays);
        return HolidayParts.Find(holidays) is { } part
            ? BankHolidays.Calendar(BankHolidays.Shipped, part, asOf, own, hours) : new DayCalendar(own, hours);
    }
}
