namespace Answerable.Analysis.Rehearsal;

/// <summary>How contacts wait, are picked from their queues, or give up.</summary>
internal sealed partial class Centre
{
    private void Wait(TypeDesk type, int slot, double patience, double now)
    {
        ref var contact = ref book[slot];
        contact.Joined = now;
        contact.Ticket = 0;
        if (type.Type.Callback is { } offer && type.Live.Count >= offer.WhenWaiting && type.Choices.Chance(offer.Accepted))
        {
            Count(type, TypeCount.CallbacksAccepted);
            engaged--;
            contact.Marks |= ContactMarks.Callback;
            type.Callbacks.Join(book, slot);
            return;
        }
        type.Live.Join(book, slot);
        WatchPatience(type, slot, patience, now);
    }

    private void WatchPatience(TypeDesk type, int slot, double patience, double now)
    {
        ref var contact = ref book[slot];
        contact.Deadline = now + patience;
        if (type.Timely && contact.Deadline <= double.MaxValue)
            contact.Ticket = calendar.Schedule(contact.Deadline, Happening.GivingUp, slot);
    }

    /// <summary>The next contact for somebody of the group who has a hand free, taken off its queue: live ones, then callbacks, then what could be
    /// deferred.</summary>
    private int Pick(GroupDesk group, double now, bool onlyChats = false)
    {
        foreach (var tier in group.LiveOrder)
            if (First(tier, now, onlyChats) is { } live)
                return TakeFromLine(live, now);
        if (onlyChats)
            return ContactBook.Nobody;
        foreach (var type in group.Callbacks)
            if (type.Callbacks.First != ContactBook.Nobody)
                return TakeCallback(type, now);
        if (group.Free >= group.Group.KeepFree)
            foreach (var tier in group.DeferredOrder)
                if (First(tier, now, onlyChats: false) is { } deferred)
                    return TakeFromLine(deferred, now);
        return ContactBook.Nobody;
    }

    private TypeDesk? First(TypeDesk[] tier, double now, bool onlyChats)
    {
        TypeDesk? first = null;
        var longest = double.PositiveInfinity;
        foreach (var type in tier)
        {
            if (type.Live.First == ContactBook.Nobody || (onlyChats && !type.Type.Concurrent))
                continue;
            if (!type.Timely)
                SendAwayGone(type, now);
            if (type.Live.First != ContactBook.Nobody && book[type.Live.First].Joined < longest)
                (first, longest) = (type, book[type.Live.First].Joined);
        }
        return first;
    }

    private int TakeFromLine(TypeDesk type, double now)
    {
        var slot = type.Live.First;
        ref var contact = ref book[slot];
        var waited = now - contact.Joined;
        type.Live.Leave(book, slot);
        Add(type, TypeCount.Waited, waited);
        Add(type, TypeCount.QueueTime, now - Math.Max(contact.Joined, windowStart));
        if ((contact.Marks & ContactMarks.PutBack) != ContactMarks.None)
            return slot;
        Count(type, TypeCount.Answered);
        Add(type, TypeCount.WaitedByAnswered, waited);
        if (waited <= type.Type.Target)
            Count(type, TypeCount.AnsweredInTarget);
        type.Waits.Add(waited);
        return slot;
    }

    private int TakeCallback(TypeDesk type, double now)
    {
        var slot = type.Callbacks.First;
        ref var contact = ref book[slot];
        type.Callbacks.Leave(book, slot);
        Count(type, TypeCount.CallbacksMade);
        Add(type, TypeCount.CallbackDelay, now - contact.Joined);
        Add(type, TypeCount.CallbackQueueTime, now - Math.Max(contact.Joined, windowStart));
        engaged++;
        return slot;
    }

    // Whoever stands first and has given up went at their own time, not now.
    private void SendAwayGone(TypeDesk type, double now)
    {
        while (type.Live.First is var slot && slot != ContactBook.Nobody && book[slot].Deadline <= now)
            GiveUp(slot, book[slot].Deadline);
    }

    private void GiveUp(int slot, double at)
    {
        ref var contact = ref book[slot];
        var type = types[contact.Type];
        var waited = at - contact.Joined;
        if (IsLed(contact))
            led!.GiveUp(slot, at);
        type.Live.Leave(book, slot);
        engaged--;
        Count(type, TypeCount.Abandoned);
        Add(type, TypeCount.Waited, waited);
        Add(type, TypeCount.QueueTime, at - Math.Max(contact.Joined, windowStart));
        if (waited <= type.Type.Target)
            Count(type, TypeCount.AbandonedInTarget);
        if (waited <= type.Type.ShortAbandon)
            Count(type, TypeCount.AbandonedShort);
        RedialOrLeave(type, slot, at);
    }

    private void RedialOrLeave(TypeDesk type, int slot, double now)
    {
        if (type.Type.Redial is not { } redial || !type.Choices.Chance(redial.Probability))
        {
            book.Close(slot);
            return;
        }
        Count(type, TypeCount.Redials);
        type.Orbit.Add(now, 1);
        book[slot].Ticket = 0;
        calendar.Schedule(now + redial.After.Draw(type.Choices), Happening.Redial, slot);
    }

    private void SettleLine(TypeDesk type, double now)
    {
        for (int slot = type.Live.First, next; slot != ContactBook.Nobody; slot = next)
        {
            next = book[slot].Next;
            if (book[slot].Deadline <= now && !type.Timely)
                GiveUp(slot, book[slot].Deadline);
            else
                Add(type, TypeCount.QueueTime, now - Math.Max(book[slot].Joined, windowStart));
        }
        for (var slot = type.Callbacks.First; slot != ContactBook.Nobody; slot = book[slot].Next)
            Add(type, TypeCount.CallbackQueueTime, now - Math.Max(book[slot].Joined, windowStart));
    }
}
