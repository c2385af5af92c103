namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>The open slots of whole weeks one after another, so that a week is always the same number of values.</summary>
internal sealed class OpenSeries
{
    public OpenSeries(CleanHistory past)
    {
        Slots = [.. Enumerable.Range(1, 7).SelectMany(weekday => Enumerable.Range(0, past.Hours.Slots)
            .Where(slot => past.Hours.IsOpen((NodaTime.IsoDayOfWeek)weekday, slot)).Select(slot => (weekday, slot)))];
        Days = [.. past.Days.Where(day => past.Hours.IsOpen(day.Date.DayOfWeek))];
        Values = [.. Days.SelectMany(day => Slots.Where(slot => slot.Weekday == (int)day.Date.DayOfWeek).Select(slot => day.Counts[slot.Slot]))];
    }

    /// <summary>The week's open slots from Monday.</summary>
    public IReadOnlyList<(int Weekday, int Slot)> Slots { get; }
    public IReadOnlyList<CleanDay> Days { get; }
    public double[] Values { get; }
    public int Period => Slots.Count;

    public int SlotsOn(int weekday) => Slots.Count(slot => slot.Weekday == weekday);
}
