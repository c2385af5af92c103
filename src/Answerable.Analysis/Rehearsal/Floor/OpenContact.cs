using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Answerable.Model.Contacts;

namespace Answerable.Analysis.Rehearsal;

/// <summary>A simulated contact while it is in the centre or on its way back to it.</summary>
internal struct OpenContact
{
    public double Joined;
    public double Deadline;
    public double Handling;
    public double Due;
    public int Type;
    public int Group;
    public int Agent;
    public uint Ticket;
    public int Next;
    public int Previous;
    public ContactMarks Marks;
}

[Flags]
internal enum ContactMarks
{
    None = 0,
    Original = 1,
    Callback = 2,
    Interruptible = 4,
    Listed = 8,
    PutBack = 16
}

/// <summary>The contacts of one run, in slots that are used again, so that the loop allocates nothing once the book has grown.</summary>
internal sealed class ContactBook
{
    /// <summary>More contacts than any centre could have open at once: a queue that only grows.</summary>
    public const int Most = 1_000_000;

    public const int Nobody = -1;

    private OpenContact[] slots = new OpenContact[1024];
    private int[] free = new int[1024];
    private int freed;
    private int used;

    public ref OpenContact this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(slots), slot);
    }

    public int Open => used - freed;

    public int Rent()
    {
        if (freed > 0)
            return free[--freed];
        if (used == slots.Length)
        {
            Array.Resize(ref slots, used * 2);
            Array.Resize(ref free, used * 2);
        }
        return used++;
    }

    public void Close(int slot)
    {
        slots[slot].Ticket = 0;
        free[freed++] = slot;
    }
}
