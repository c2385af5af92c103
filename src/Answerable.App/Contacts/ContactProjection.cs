using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Contacts;

/// <summary>Keeps the contacts as their facts make them, in the very transaction that appends the facts.</summary>
internal sealed class ContactProjection(Dictionary<ContactId, Contact> before)
{
    private readonly Dictionary<ContactId, Contact> _after = [];
    private readonly HashSet<int> _quarters = [];

    public IReadOnlyCollection<int> Quarters => _quarters;
    public IReadOnlyList<Contact> New => [.. _after.Values.Where(contact => !before.ContainsKey(contact.Id))];
    public IReadOnlyList<Contact> Changed => [.. _after.Values.Where(contact => before.ContainsKey(contact.Id))];

    public static bool IsOfContact(Entry entry) => entry.Name.StartsWith("contact.", StringComparison.Ordinal) && entry.Fact() is ContactFact;

    public void Apply(Entry entry)
    {
        if (!IsOfContact(entry))
            return;
        var id = ContactId.From(entry.Subject);
        var contact = _after.GetValueOrDefault(id) ?? before.GetValueOrDefault(id);
        if (contact is not null)
            _quarters.Add(Quarter(contact.ArrivedAt));
        var folded = ContactFold.Apply(contact, entry, (ContactFact)entry.Fact());
        _quarters.Add(Quarter(folded.ArrivedAt));
        _after[id] = folded;
    }

    /// <summary>Quarter-hours since 1970-01-01T00:00Z; a quarter-hour begins on the clock's quarter in every zone in use.</summary>
    public static int Quarter(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 900);
}
