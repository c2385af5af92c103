namespace Answerable.Analysis.Rehearsal;

/// <summary>How people come on and off duty, and what becomes of work in hand.</summary>
internal sealed partial class Centre
{
    private void BookStaffChange(GroupDesk group)
    {
        var next = group.NextChange();
        if (next <= double.MaxValue)
            calendar.Schedule(next, Happening.StaffChange, group.Index);
    }

    private void ChangeStaff(GroupDesk group, double now)
    {
        group.TurnToPlan();
        BookStaffChange(group);
        while (group.OnDuty < group.Target)
            ComeOnDuty(group, now);
        while (group.Over && group.Free > 0)
            group.Depart(now);
        while (group.HandsBack && group.Over)
            HandBack(group, now);
    }

    private void ComeOnDuty(GroupDesk group, double now)
    {
        var next = Pick(group, now);
        group.Arrive(now);
        if (next == ContactBook.Nobody)
            return;
        Occupy(group, types[book[next].Type], next, now);
        Begin(group, next, now);
        if (group.Chats is not null)
            FillWithChats(group, now);
    }

    private void FillWithChats(GroupDesk group, double now)
    {
        while (group.Free == 0 && group.Chats!.HasRoom && Pick(group, now, onlyChats: true) is var next && next != ContactBook.Nobody)
        {
            Occupy(group, types[book[next].Type], next, now);
            Begin(group, next, now);
        }
    }

    private void HandBack(GroupDesk group, double now)
    {
        var slot = group.Aside.Count > 0 ? group.Aside.First : group.InHand.First;
        var type = types[book[slot].Type];
        PutAside(group, slot, now);
        group.DepartFromWork(now);
        if (FindFree(type) is { } other)
        {
            var first = TakeFromLine(type, now);
            Occupy(other, type, first, now);
            Begin(other, first, now);
        }
    }

    /// <summary>Work that can be put aside makes room for a live contact that found nobody free.</summary>
    private bool PutSomethingAsideFor(TypeDesk type, int slot, double now)
    {
        foreach (var tier in type.Route)
            foreach (var group in tier)
            {
                if (group.Aside.Count == 0 || group.Over)
                    continue;
                var victim = group.Aside.First;
                PutAside(group, victim, now);
                CountImmediateAnswer(type);
                if (group.Chats is { } chats)
                {
                    ref var contact = ref book[slot];
                    contact.Agent = book[victim].Agent;
                    chats.End(contact.Agent, chat: false);
                    chats.Continue(contact.Agent, type.Type.Concurrent);
                }
                Begin(group, slot, now);
                return true;
            }
        return false;
    }

    // Back to the front of its own queue, to be resumed where it was left; who can give up starts to lose patience anew.
    private void PutAside(GroupDesk group, int slot, double now)
    {
        ref var contact = ref book[slot];
        var type = types[contact.Type];
        TakeOffHands(group, slot);
        Count(type, TypeCount.Interrupted);
        Add(type, TypeCount.HandlingTime, contact.Handling - (contact.Due - now));
        contact.Handling = contact.Due - now;
        contact.Joined = now;
        contact.Ticket = 0;
        contact.Marks |= ContactMarks.PutBack;
        type.Live.JoinInFront(book, slot);
        WatchPatience(type, slot, type.DrawPatienceAgain(), now);
    }
}
