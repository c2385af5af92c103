namespace Answerable.Model.Centre;

/// <summary>What makes opening hours sensible: no minute is opened twice, over midnight and from Sunday into Monday too.</summary>
public static class OpeningRules
{
    private const int Years = 10;
    private const int Week = 7 * OpenSpan.Day;

    /// <summary>The fields of a week's form, one a weekday, Monday first.</summary>
    public static string FieldOf(int place) => OpeningHours.Weekdays[place].ToString();

    public static IEnumerable<Refusal> Of(WeekOfQueue week)
    {
        var spans = week.Days.SelectMany((day, place) => day.Select(span => (Place: place, Start: place * OpenSpan.Day + span.From, Span: span)))
            .OrderBy(span => span.Start).ToList();
        for (var at = 0; at < spans.Count; at++)
        {
            var (one, next) = (spans[at], spans[(at + 1) % spans.Count]);
            var room = spans.Count == 1 ? Week : at + 1 < spans.Count ? next.Start - one.Start : next.Start + Week - one.Start;
            if (one.Span.Minutes > room)
                yield return new Refusal("centre.hours-overlap",
                    $"{one.Span} on {OpeningHours.Weekdays[one.Place]} runs into {next.Span} on {OpeningHours.Weekdays[next.Place]}: join them, or " +
                        $"end the first earlier.", FieldOf(next.Place));
        }
    }

    public static IEnumerable<Refusal> Of(SpecialOpening day)
    {
        if (day.Why.Length is 0 or > 120)
            yield return new Refusal("centre.special-why", "Say why in up to 120 characters, such as Christmas Day: planners will ask.",
                nameof(SpecialOpening.Why));
        var spans = day.Open.OrderBy(span => span.From).ToList();
        for (var at = 1; at < spans.Count; at++)
            if (spans[at - 1].From + spans[at - 1].Minutes > spans[at].From)
                yield return new Refusal("centre.hours-overlap", $"{spans[at - 1]} runs into {spans[at]}: join them, or end the first earlier.",
                    nameof(SpecialOpening.Open));
    }

    /// <summary>A special day is one that plans reach, or that figures looked back on reach: anything further is a slip of the hand.</summary>
    public static IEnumerable<Refusal> Near(DateOnly date, DateOnly today)
    {
        var (first, last) = (today.AddYears(-Years), today.AddYears(Years));
        if (date < first || date > last)
            yield return new Refusal("centre.special-far",
                $"Choose a date from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}: plans and figures do not reach further.", nameof(SpecialOpening.Date));
    }

    public static Refusal Unreadable(string field) =>
        new("centre.hours-unread",
            "Write hours as 09:00-17:00, several with commas, over midnight as 22:00-06:00, all day as 00:00-24:00; leave empty where closed.",
            field);
}
