using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Analysis.Measures;

/// <summary>What repeats are found by: a contact of a known customer. Excluded contacts, outbound ones and those without customer are none.</summary>
/// <param name="AtMs">Arrival, unix milliseconds.</param>
/// <param name="Circle">Contacts are linked only with those of the same circle: real ones (live, imported) together, every other kind apart.</param>
public readonly record struct LinkedContact(ContactId Id, Guid Customer, string Type, long AtMs, bool Answered, byte Circle)
{
    public static LinkedContact? Of(Contact contact) =>
        contact.Customer is { } customer && !contact.Excluded && contact.Direction is not Direction.Outbound
        ? new LinkedContact(contact.Id, customer.Value, contact.Type ?? "", contact.ArrivedAt.ToUnixTimeMilliseconds(),
            contact.AnsweredAt is not null, CircleOf(contact.Kind))
        : null;

    public static byte CircleOf(FactKind kind) => kind is FactKind.Live or FactKind.Imported ? (byte)0 : (byte)kind;
}
