using Answerable.Model.Contacts;

namespace Answerable.Analysis.Rehearsal;

/// <summary>How contacts are taken up, finished and followed up.</summary>
internal sealed partial class Centre
{
    /// <summary>Somebody of the group is given the contact.</summary>
    private void Occupy(GroupDesk group, TypeDesk type, int slot, double now)
    {
        if (group.Chats is not { } chats)
        {
            group.Engage(now);
            return;
        }
        ref var contact = ref book[slot];
        if (group.Free > 0)
        {
            group.Engage(now);
            contact.Agent = chats.Begin(type.Type.Concurrent);
        }
        else
            contact.Agent = chats.AddChat();
        SlowDown(group, type, ref contact);
    }

    private static void SlowDown(GroupDesk group, TypeDesk type, ref OpenContact contact)
    {
        if (!type.Type.Concurrent)
            return;
        var slowdown = group.Group.Slowdown;
        contact.Handling *= slowdown[Math.Min(slowdown.Count, group.Chats!.Load(contact.Agent)) - 1];
    }

    private void Begin(GroupDesk group, int slot, double now)
    {
        ref var contact = ref book[slot];
        var takenOver = ContactBook.Nobody;
        if (IsLed(contact))
            (contact.Handling, takenOver) = led!.TakeUp(slot, group.Index, now);
        if (takenOver != ContactBook.Nobody)
            contact.Type = book[takenOver].Type;
        contact.Group = group.Index;
        contact.Due = now + contact.Handling;
        contact.Ticket = calendar.Schedule(contact.Due, Happening.Completion, slot);
        if ((contact.Marks & ContactMarks.Interruptible) != ContactMarks.None)
            group.Aside.JoinInFront(book, slot);
        else if (group.HandsBack)
            group.InHand.JoinInFront(book, slot);
        if (takenOver != ContactBook.Nobody)
            LetGo(takenOver, now);
    }

    private void TakeOffHands(GroupDesk group, int slot)
    {
        if ((book[slot].Marks & ContactMarks.Interruptible) != ContactMarks.None)
            group.Aside.Leave(book, slot);
        else if (group.HandsBack)
            group.InHand.Leave(book, slot);
    }

    private void Complete(int slot, double now)
    {
        var back = double.PositiveInfinity;
        if (IsLed(book[slot]) && GoesOn(slot, now, out back))
            return;
        ref var contact = ref book[slot];
        var type = types[contact.Type];
        var group = groups[contact.Group];
        Count(type, TypeCount.Completed);
        Add(type, TypeCount.HandlingTime, contact.Handling);
        tally.GroupRows[group.Index * Tally.GroupWidth + (int)GroupCount.Contacts]++;
        engaged--;
        TakeOffHands(group, slot);
        if (group.Chats is null)
            MoveOn(group, now);
        else
            MoveOnFromChats(group, type, contact.Agent, now);
        if (double.IsFinite(back))
            BookRepeat(type, slot, now + back);
        else if (type.FollowsUp)
            FollowUp(type, slot, now);
        else
            book.Close(slot);
    }

    private void MoveOn(GroupDesk group, double now)
    {
        if (group.Over)
        {
            group.DepartFromWork(now);
            return;
        }
        var next = Pick(group, now);
        if (next == ContactBook.Nobody)
            group.Release(now);
        else
            Begin(group, next, now);
    }

    private void MoveOnFromChats(GroupDesk group, TypeDesk finished, int agent, double now)
    {
        var chats = group.Chats!;
        var left = chats.End(agent, finished.Type.Concurrent);
        if (group.Over)
        {
            if (left == 0)
                group.DepartFromWork(now);
            return;
        }
        var took = false;
        for (var next = Pick(group, now, left > 0); next != ContactBook.Nobody; next = Pick(group, now, onlyChats: true))
        {
            took = true;
            ref var contact = ref book[next];
            var type = types[contact.Type];
            contact.Agent = agent;
            chats.Continue(agent, type.Type.Concurrent);
            SlowDown(group, type, ref contact);
            Begin(group, next, now);
            if (!type.Type.Concurrent || !chats.HasRoomAt(agent))
                break;
        }
        if (!took && left == 0)
            group.Release(now);
    }

    private void FollowUp(TypeDesk type, int slot, double now)
    {
        if (type.Type.Referral is { } referral && type.Choices.Chance(referral.Probability))
        {
            var to = types[type.RefersTo];
            Count(to, TypeCount.ReferredIn);
            EnterAgain(to, slot, now);
        }
        else if (type.Type.Repeat is { } repeat && type.Choices.Chance(repeat.Probability))
        {
            BookRepeat(type, slot, now + repeat.After.Draw(type.Choices));
        }
        else
            book.Close(slot);
    }

    private void BookRepeat(TypeDesk type, int slot, double at)
    {
        Count(type, TypeCount.Repeats);
        calendar.Schedule(at, Happening.Repeat, slot);
        book[slot].Ticket = 0;
    }
}
