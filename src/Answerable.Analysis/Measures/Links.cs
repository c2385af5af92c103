
namespace Answerable.Analysis.Measures;

/// <summary>The repeat codes of one answered contact of a known customer.</summary>
/// <param name="ByReason">Null when the reason is not known.</param>
public readonly record struct LinkCodes(int? ByReason, int ByCustomer);

/// <summary>Finds the repeats among contacts of known customers. O(n log n).</summary>
public static class Links
{
    /// <summary>
    /// The codes of every answered contact. To be exact for a contact, the list must hold the customer's contacts of 30 days on either side.
    /// </summary>
    public static Dictionary<ContactId, LinkCodes> Find(IReadOnlyCollection<LinkedContact> contacts)
    {
        var byCustomer = Codes(contacts, contact => (contact.Circle, contact.Customer, ""));
        var byReason = Codes(contacts.Where(contact => contact.Type.Length > 0), contact => (contact.Circle, contact.Customer, contact.Type));
        return byCustomer.ToDictionary(
            pair => pair.Key,
            pair => new LinkCodes(byReason.TryGetValue(pair.Key, out var code) ? code : null, pair.Value));
    }

    private static Dictionary<ContactId, int> Codes(IEnumerable<LinkedContact> contacts, Func<LinkedContact, (byte, Guid, string)> issue)
    {
        var codes = new Dictionary<ContactId, int>();
        foreach (var group in contacts.GroupBy(issue))
            Along([.. group.OrderBy(contact => contact.AtMs).ThenBy(contact => contact.Id.Value)], codes);
        return codes;
    }

    private static void Along(List<LinkedContact> inOrder, Dictionary<ContactId, int> codes)
    {
        long? answered = null;
        for (var place = 0; place < inOrder.Count; place++)
        {
            var contact = inOrder[place];
            if (!contact.Answered)
                continue;
            long? next = place + 1 < inOrder.Count ? inOrder[place + 1].AtMs : null;
            codes[contact.Id] = Repeat.Code(contact.AtMs - answered, next - contact.AtMs);
            answered = contact.AtMs;
        }
    }
}
