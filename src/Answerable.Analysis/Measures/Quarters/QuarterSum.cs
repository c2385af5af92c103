using Answerable.Model.Contacts;


namespace Answerable.Analysis.Measures;

/// <summary>
/// Adds contacts up to cells. A contact counts in the quarter-hour of its arrival, whenever it was answered or ended,
/// so that numerator and denominator of a figure are always of the same contacts.
/// </summary>
public static class QuarterSum
{
    public static Dictionary<CellKey, Cell> Of(IEnumerable<Contact> contacts, IReadOnlyDictionary<ContactId, LinkCodes> links)
    {
        var cells = new Dictionary<CellKey, Cell>();
        foreach (var contact in contacts)
        {
            var key = ContactKey.Of(contact);
            if (!cells.TryGetValue(key, out var cell))
                cells.Add(key, cell = new Cell(ContactMeasures.Family));
            Add(cell, contact, links.TryGetValue(contact.Id, out var codes) ? codes : null);
        }
        return cells;
    }

    /// <summary>Whole seconds rounded up: a wait is within T whole seconds exactly when its bucket is at most T.</summary>
    public static int Bucket(long milliseconds) => (int)Math.Min(int.MaxValue, (milliseconds + 999) / 1000);

    private static void Add(Cell cell, Contact contact, LinkCodes? links)
    {
        if (contact.Excluded)
            cell.Count(ContactMeasures.Excluded);
        else if (contact.Direction is Direction.Outbound)
            AddOutbound(cell, contact);
        else if (contact.AnsweredAt is not null)
            AddAnswered(cell, contact, links);
        else if (contact.State is ContactState.Abandoned)
            AddWait(cell, contact.WaitMs, ContactMeasures.Abandoned, ContactMeasures.AbandonedUntimed, ContactMeasures.WaitAbandoned,
                ContactMeasures.WaitsAbandoned);
        else
            cell.Count(ContactMeasures.Waiting);
    }

    /// <summary>Nobody came, waited or gave up; but somebody was at work.</summary>
    private static void AddOutbound(Cell cell, Contact contact)
    {
        cell.Count(ContactMeasures.Outbound);
        if (contact.State is ContactState.Handled)
            AddHandling(cell, contact);
        if (contact.AnsweredAt is not null && contact.Resolved is { } resolved)
            cell.Count(resolved ? ContactMeasures.Resolved : ContactMeasures.Unresolved);
    }

    private static void AddAnswered(Cell cell, Contact contact, LinkCodes? links)
    {
        AddWait(cell, contact.WaitMs, ContactMeasures.Answered, ContactMeasures.AnsweredUntimed, ContactMeasures.WaitAnswered,
            ContactMeasures.WaitsAnswered);
        if (contact.AbandonedAt is not null)
            cell.Count(ContactMeasures.ToldBoth);
        if (contact.State is ContactState.Handled)
            AddHandling(cell, contact);
        if (contact.Resolved is { } resolved)
            cell.Count(resolved ? ContactMeasures.Resolved : ContactMeasures.Unresolved);
        if (links is { } codes)
            AddLinks(cell, codes);
    }

    /// <summary>A wait that is not known is nobody's nought.</summary>
    private static void AddWait(Cell cell, long? waitMs, Measure count, Measure untimed, Measure time, Measure histogram)
    {
        cell.Count(count);
        if (waitMs is not { } waited)
        {
            cell.Count(untimed);
            return;
        }
        cell.Add(time, waited);
        cell.Mark(histogram, Bucket(waited));
    }

    private static void AddHandling(Cell cell, Contact contact)
    {
        cell.Count(ContactMeasures.Handled);
        if (contact.Told is { NeverWrapped: true })
            cell.Count(ContactMeasures.NeverWrapped);
        AddTime(contact.TalkMs, ContactMeasures.Talk, ContactMeasures.TalkInPart, ContactMeasures.TalkUnknown);
        AddTime(contact.HoldMs, ContactMeasures.Hold, ContactMeasures.HoldInPart, ContactMeasures.HoldUnknown);
        AddTime(contact.WrapMs, ContactMeasures.Wrap, ContactMeasures.WrapInPart, ContactMeasures.WrapUnknown);
        if (contact.HandleMs is { } whole)
            cell.Mark(ContactMeasures.Handling, Bucket(whole));
        else
            cell.Count(ContactMeasures.HandledUnknown);

        void AddTime(long? timeMs, Measure time, Measure inPart, Measure unknown)
        {
            if (timeMs is not { } known)
            {
                cell.Count(unknown);
                return;
            }
            cell.Add(time, known);
            if (contact.HandleMs is null)
                cell.Add(inPart, known);
        }
    }

    private static void AddLinks(Cell cell, LinkCodes codes)
    {
        cell.Count(ContactMeasures.CustomerKnown);
        cell.Mark(ContactMeasures.RepeatsByCustomer, codes.ByCustomer);
        if (codes.ByReason is not { } byReason)
            return;
        cell.Count(ContactMeasures.IssueKnown);
        cell.Mark(ContactMeasures.RepeatsByReason, byReason);
    }
}
