namespace Answerable.Analysis.Rehearsal;

/// <summary>One queue, first come first served: a list threaded through the contact book, so that anyone can leave from anywhere in it.</summary>
internal struct WaitingLine()
{
    public int First = ContactBook.Nobody;
    public int Last = ContactBook.Nobody;
    public int Count;

    public void Join(ContactBook book, int slot)
    {
        ref var contact = ref book[slot];
        contact.Next = ContactBook.Nobody;
        contact.Previous = Last;
        if (Last == ContactBook.Nobody)
            First = slot;
        else
            book[Last].Next = slot;
        Last = slot;
        Count++;
    }

    public void JoinInFront(ContactBook book, int slot)
    {
        ref var contact = ref book[slot];
        contact.Previous = ContactBook.Nobody;
        contact.Next = First;
        if (First == ContactBook.Nobody)
            Last = slot;
        else
            book[First].Previous = slot;
        First = slot;
        Count++;
    }

    public void Leave(ContactBook book, int slot)
    {
        ref var contact = ref book[slot];
        if (contact.Previous == ContactBook.Nobody)
            First = contact.Next;
        else
            book[contact.Previous].Next = contact.Next;
        if (contact.Next == ContactBook.Nobody)
            Last = contact.Previous;
        else
            book[contact.Next].Previous = contact.Previous;
        Count--;
    }
}
