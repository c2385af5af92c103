using Answerable.Simulation.Calendar;
using Answerable.Simulation.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Simulation;

public class EventCalendarTests
{
    /// <summary>A step of a calendar's life: book this much later (0 to 7), or take.</summary>
    private static readonly Arbitrary<int[]> Lives = Gen.ArrayOf(Gen.Choose(-4, 7)).ToArbitrary();

    [Fact]
    public void Events_are_taken_in_order_of_time_then_of_booking_under_any_interleaving() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Lives, life => Taken(life).SequenceEqual(TakenFromSortedList(life))));

    [Fact]
    public void A_long_life_of_many_pending_events_keeps_their_order()
    {
        var stream = new StreamSource(7).Stream("life", 0);
        var life = Enumerable.Range(0, 60_000).Select(i => i < 3000 || stream.Chance(0.5) ? stream.Below(50) : -1).ToArray();
        Assert.Equal(TakenFromSortedList(life), Taken(life));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(4.999)]
    [InlineData(double.PositiveInfinity)]
    public void An_event_cannot_be_booked_in_the_past_or_at_no_time(double time)
    {
        var calendar = new EventCalendar();
        calendar.Schedule(5, 0, 0);
        Assert.True(calendar.TryTake(10, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Schedule(time, 0, 0));
    }

    [Theory]
    [InlineData(32, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1 << 27)]
    public void Kinds_and_subjects_out_of_range_are_refused(int kind, int subject) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar().Schedule(1, kind, subject));

    [Fact]
    public void Kind_subject_and_ticket_come_back_as_booked()
    {
        var calendar = new EventCalendar();
        var ticket = calendar.Schedule(-0.0, 31, (1 << 27) - 1);
        Assert.True(calendar.TryTake(1, out var due));
        Assert.Equal(new CalendarEvent(0, ticket, 31, (1 << 27) - 1), due);
        Assert.False(calendar.TryTake(double.MaxValue, out _));
    }

    [Fact]
    public void An_event_at_the_very_end_stays_for_the_next_interval()
    {
        var calendar = new EventCalendar();
        calendar.Schedule(3, 1, 2);
        Assert.False(calendar.TryTake(3, out _));
        Assert.Equal(1, calendar.Count);
        Assert.True(calendar.TryTake(3.1, out _));
        Assert.Equal(0, calendar.Count);
    }

    [Fact]
    public void Nothing_is_allocated_once_the_calendar_has_grown()
    {
        var calendar = new EventCalendar(1000);
        for (var i = 0; i < 500; i++)
            calendar.Schedule(i, 0, i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000 && calendar.TryTake(double.MaxValue, out var due); i++)
            calendar.Schedule(due.Time + 500, 0, due.Subject);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<(double, int)> Taken(int[] life)
    {
        var calendar = new EventCalendar();
        var taken = new List<(double, int)>();
        for (var i = 0; i < life.Length; i++)
        {
            if (life[i] >= 0)
                calendar.Schedule(calendar.Now + life[i], 0, i);
            else if (calendar.TryTake(double.MaxValue, out var due))
                taken.Add((due.Time, due.Subject));
        }
        while (calendar.TryTake(double.MaxValue, out var due))
            taken.Add((due.Time, due.Subject));
        return taken;
    }

    private static List<(double, int)> TakenFromSortedList(int[] life)
    {
        var pending = new SortedSet<(double Time, int Booked)>();
        var taken = new List<(double, int)>();
        var now = 0.0;
        for (var i = 0; i < life.Length; i++)
        {
            if (life[i] >= 0)
                pending.Add((now + life[i], i));
            else if (pending.Count > 0)
            {
                var first = pending.Min;
                pending.Remove(first);
                now = first.Time;
                taken.Add(first);
            }
        }
        return [.. taken, .. pending];
    }
}
