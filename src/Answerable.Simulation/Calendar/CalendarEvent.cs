namespace Answerable.Simulation.Calendar;

/// <summary>Something that falls due: when, what kind of thing, about whom, and under which ticket it was booked.</summary>
/// <param name="Time">When, in the model's time unit (this product: seconds).</param>
/// <param name="Ticket">The number <see cref="EventCalendar.Schedule"/> gave; a model that keeps it can tell an event it has since overruled.</param>
/// <param name="Kind">The model's own kind, 0 to 31.</param>
/// <param name="Subject">The model's own subject, 0 to 134,217,727.</param>
public readonly record struct CalendarEvent(double Time, uint Ticket, int Kind, int Subject);
