namespace Answerable.Analysis.Rehearsal;

/// <summary>How contacts are served that are led move by move: they go on, ask somebody, are answered or taken over.</summary>
internal sealed partial class Centre
{
    private bool IsLed(in OpenContact contact) => led is not null && led.Leads(contact.Type);

    /// <summary>The next word of a contact that is led; true while it is not over with the one who has it.</summary>
    private bool GoesOn(int slot, double now, out double back)
    {
        var next = led!.Next(slot, now);
        back = next.Seconds;
        switch (next.To)
        {
            case LedTo.GoOn:
                Continue(slot, next.Seconds, now);
                return true;
            case LedTo.Ask:
                AskFrom(slot, types[next.Other], now);
                return true;
            case LedTo.Answer:
                Continue(next.Other, next.Seconds, now);
                back = double.PositiveInfinity;
                return false;
            default:
                return false;
        }
    }

    private void Continue(int slot, double seconds, double now)
    {
        ref var contact = ref book[slot];
        contact.Handling += seconds;
        contact.Due = now + seconds;
        contact.Ticket = calendar.Schedule(contact.Due, Happening.Completion, slot);
    }

    private void AskFrom(int slot, TypeDesk type, double now)
    {
        var asked = book.Rent();
        book[slot].Ticket = 0;
        ref var asking = ref book[asked];
        (asking.Type, asking.Marks, asking.Handling) = (type.Index, type.Marks, 0);
        Count(type, TypeCount.ReferredIn);
        led!.Ask(slot, asked);
        Enter(type, asked, double.PositiveInfinity, now);
    }

    /// <summary>The one who had the contact has it no more: somebody took it over.</summary>
    private void LetGo(int slot, double now)
    {
        var group = groups[book[slot].Group];
        TakeOffHands(group, slot);
        engaged--;
        book.Close(slot);
        MoveOn(group, now);
    }
}
