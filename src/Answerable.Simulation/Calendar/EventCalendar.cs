using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Answerable.Simulation.Calendar;

/// <summary>
/// The future events of a simulation, taken in order of time and, at the same time, in the order they were booked.
/// A 4-ary implicit heap of 16-byte values: booking and taking cost O(log4 n), nothing is allocated once it has grown.
/// </summary>
/// <remarks>
/// Two things make it quick. Times are kept as the bit patterns of non-negative doubles, whose integer order is their
/// order, so the least of four children is found without a branch to mispredict. And taking an event leaves a gap at the
/// root that the next booking fills ("hold" model, Jones 1986): most events book one successor, and then one descent does
/// the work of two.
/// </remarks>
public sealed class EventCalendar
{
    private const int KindBits = 5;
    private const int SubjectLimit = 1 << (31 - KindBits + 1);
    private const long Nothing = long.MaxValue;

    private Entry[] heap;
    private int count;
    private bool gap;
    private uint tickets;
    private double now;

    /// <summary>An empty calendar at time 0, with room for so many events before it grows.</summary>
    public EventCalendar(int capacity = 256)
    {
        heap = new Entry[Math.Max(16, capacity) + 4];
        Array.Fill(heap, Entry.None);
    }

    /// <summary>Events booked and not yet taken.</summary>
    public int Count => gap ? count - 1 : count;

    /// <summary>The time of the event last taken; nothing may be booked before it.</summary>
    public double Now => now;

    /// <summary>Forgets every event and turns the clock back to zero.</summary>
    public void Clear()
    {
        Array.Fill(heap, Entry.None);
        (count, gap, tickets, now) = (0, false, 0, 0);
    }

    /// <summary>Books an event and gives its ticket. O(log4 n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a number, infinite or already past.</exception>
    public uint Schedule(double time, int kind, int subject)
    {
        if (!(time >= now && time <= double.MaxValue))
            RefuseTime(time);
        var ticket = unchecked(++tickets);
        // Adding zero turns minus zero, whose bits would sort first, into zero.
        var entry = new Entry(BitConverter.DoubleToInt64Bits(time + 0.0), ticket, Pack(kind, subject));
        if (gap)
        {
            gap = false;
            SiftDown(entry);
        }
        else
        {
            if (count + 4 >= heap.Length)
                Grow();
            SiftUp(count++, entry);
        }
        return ticket;
    }

    /// <summary>Takes the first event due before <paramref name="until"/> (intervals are half-open); false when there is none. O(log4 n).</summary>
    public bool TryTake(double until, out CalendarEvent first)
    {
        if (gap)
            CloseGap();
        ref var root = ref MemoryMarshal.GetArrayDataReference(heap);
        var time = BitConverter.Int64BitsToDouble(root.Key);
        if (count == 0 || time >= until)
        {
            first = default;
            return false;
        }
        first = new CalendarEvent(time, root.Ticket, root.What & ((1 << KindBits) - 1), root.What >>> KindBits);
        now = time;
        gap = true;
        return true;
    }

    private static int Pack(int kind, int subject)
    {
        if (kind is < 0 or >= 1 << KindBits || subject is < 0 or >= SubjectLimit)
            throw new ArgumentOutOfRangeException(nameof(subject), "An event's kind must be 0 to 31 and its subject 0 to 134,217,727.");
        return unchecked((subject << KindBits) | kind);
    }

    private void RefuseTime(double time) =>
        throw new ArgumentOutOfRangeException(nameof(time), time, $"An event must be booked at a finite time not before {now}.");

    private void Grow()
    {
        var old = heap.Length;
        Array.Resize(ref heap, checked(old * 2));
        Array.Fill(heap, Entry.None, old, heap.Length - old);
    }

    private void CloseGap()
    {
        gap = false;
        ref var last = ref heap[--count];
        var entry = last;
        last = Entry.None;
        if (count > 0)
            SiftDown(entry);
    }

    private void SiftUp(int at, in Entry entry)
    {
        ref var root = ref MemoryMarshal.GetArrayDataReference(heap);
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            ref var above = ref Unsafe.Add(ref root, parent);
            if (!entry.IsBefore(above))
                break;
            Unsafe.Add(ref root, at) = above;
            at = parent;
        }
        Unsafe.Add(ref root, at) = entry;
    }

    // Slots past the end hold Entry.None, later than anything, so that the last family always has four members.
    private void SiftDown(in Entry entry)
    {
        ref var root = ref MemoryMarshal.GetArrayDataReference(heap);
        var at = 0;
        for (var child = 1; child < count; child = unchecked((at << 2) + 1))
        {
            ref var family = ref Unsafe.Add(ref root, child);
            var eldest = Eldest(ref family);
            ref var below = ref Unsafe.Add(ref family, eldest);
            if (!below.IsBefore(entry))
                break;
            Unsafe.Add(ref root, at) = below;
            at = unchecked(child + eldest);
        }
        Unsafe.Add(ref root, at) = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Eldest(ref Entry family)
    {
        var k0 = family.Key;
        var k1 = Unsafe.Add(ref family, 1).Key;
        var k2 = Unsafe.Add(ref family, 2).Key;
        var k3 = Unsafe.Add(ref family, 3).Key;
        var left = Math.Min(k0, k1);
        var right = Math.Min(k2, k3);
        if (k0 == k1 || k2 == k3 || left == right)
            return EldestByTicket(ref family);
        var inLeft = k1 < k0 ? 1 : 0;
        var inRight = k3 < k2 ? 3 : 2;
        return right < left ? inRight : inLeft;
    }

    private static int EldestByTicket(ref Entry family)
    {
        var eldest = 0;
        for (var i = 1; i < 4; i++)
            if (Unsafe.Add(ref family, i).IsBefore(Unsafe.Add(ref family, eldest)))
                eldest = i;
        return eldest;
    }

    private readonly struct Entry(long key, uint ticket, int what)
    {
        public static readonly Entry None = new(Nothing, 0, 0);

        public readonly long Key = key;
        public readonly uint Ticket = ticket;
        public readonly int What = what;

        // Tickets wrap after four thousand million bookings; their difference still tells which came first.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsBefore(in Entry other) =>
            Key < other.Key || (Key == other.Key && Key != Nothing && unchecked((int)(Ticket - other.Ticket)) < 0);
    }
}
