namespace Answerable.Analysis.Rehearsal;

/// <summary>How contacts come in: afresh, again, or passed on.</summary>
internal sealed partial class Centre
{
    private void BookArrival(TypeDesk type)
    {
        var next = type.Arrivals.Next();
        if (next <= double.MaxValue)
            calendar.Schedule(next, Happening.Arrival, type.Index);
    }

    private void Arrive(TypeDesk type, double now)
    {
        BookArrival(type);
        var slot = book.Rent();
        ref var contact = ref book[slot];
        contact.Type = type.Index;
        contact.Marks = type.Marks | ContactMarks.Original;
        contact.Handling = type.DrawHandling();
        Count(type, TypeCount.Originals);
        Enter(type, slot, type.DrawPatience(), now);
    }

    private void ComeBack(int slot, int how, double now)
    {
        var from = types[book[slot].Type];
        if (how == Happening.Redial)
            from.Orbit.Add(now, -1);
        EnterAgain(types[how == Happening.Redial ? from.RedialsAs : from.RepeatsAs], slot, now);
    }

    private void EnterAgain(TypeDesk type, int slot, double now)
    {
        ref var contact = ref book[slot];
        contact.Type = type.Index;
        contact.Marks = type.Marks;
        contact.Handling = type.DrawHandlingAgain();
        Enter(type, slot, type.DrawPatienceAgain(), now);
    }

    private void Enter(TypeDesk type, int slot, double patience, double now)
    {
        Count(type, TypeCount.Attempts);
        if (led is not null && led.Leads(type.Index))
            led.Arrive(slot, type.Index, now);
        if (engaged >= lines && !type.Type.Deferrable)
        {
            Count(type, TypeCount.Blocked);
            RedialOrLeave(type, slot, now);
            return;
        }
        engaged++;
        if (FindFree(type) is { } group)
        {
            CountImmediateAnswer(type);
            Occupy(group, type, slot, now);
            Begin(group, slot, now);
            return;
        }
        if (!type.Type.Deferrable && PutSomethingAsideFor(type, slot, now))
            return;
        Count(type, TypeCount.FoundBusy);
        Wait(type, slot, patience, now);
    }

    private void CountImmediateAnswer(TypeDesk type)
    {
        Count(type, TypeCount.Answered);
        Count(type, TypeCount.AnsweredInTarget);
    }

    private static GroupDesk? FindFree(TypeDesk type)
    {
        foreach (var tier in type.Route)
        {
            var chosen = tier.Length == 1 ? (tier[0].CanTake(type) ? tier[0] : null) : LongestFree(tier, type);
            if (chosen is not null)
                return chosen;
        }
        return null;
    }

    private static GroupDesk? LongestFree(GroupDesk[] tier, TypeDesk type)
    {
        GroupDesk? chosen = null;
        var longest = double.PositiveInfinity;
        foreach (var group in tier)
        {
            if (!group.CanTake(type))
                continue;
            var since = group.Free > 0 ? group.LongestFree : double.MaxValue;
            if (since < longest)
                (chosen, longest) = (group, since);
        }
        return chosen;
    }
}
