using Answerable.App.Import.Formats;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Import;

/// <summary>What a row came to: a contact, with what was repaired on the way, or the reason why there is none.</summary>
internal sealed record Reading(Row Row, RecordedContact? Contact, string? Rejected, IReadOnlyList<string> Repaired);

/// <summary>A contact as a row records it, before its customer is known by this centre's own id.</summary>
/// <param name="Key">The source's own name of this record of the contact.</param>
/// <param name="CustomerReference">How the source names the customer; kept nowhere but under the customer's own key.</param>
internal sealed record RecordedContact(Guid Subject, string Key, DateTimeOffset At, ContactRecorded Fact, string? CustomerReference);
