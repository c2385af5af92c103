using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Model.Conduct;

[FactName("case.opened")]
public sealed record CaseOpened(int Number, ContactId Contact) : Fact;

[FactName("case.contact-joined")]
public sealed record CaseJoined(ContactId Contact) : Fact;

/// <summary>A note on a contact that no procedure guides: the entry's subject is the contact.</summary>
[FactName("note.made")]
public sealed record FreeNoteMade(Guid Words, PersonId By) : Fact;
