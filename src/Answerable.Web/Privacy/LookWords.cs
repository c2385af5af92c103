using Answerable.App.Acts;

namespace Answerable.Web.Privacy;

internal static class LookWords
{
    public static string Words(this Sight sight) => sight switch
    {
        Sight.Contact => "Contact",
        Sight.ContactAtDesk => "Contact at the desk",
        Sight.Notes => "Notes of a contact",
        Sight.Referral => "Referral of a contact",
        Sight.ImportedRows => "Rows an import rejected or repaired",
        Sight.FileToImport => "File to be imported",
        Sight.ContactsDownload => "Contacts downloaded",
        Sight.CustomerSearch => "Customer looked for",
        Sight.Erasure => "Customer erased",
        Sight.ContactByKey => "Contact, by a key",
        Sight.Looks => "Who looked",
        _ => throw new ArgumentOutOfRangeException(nameof(sight)),
    };

    /// <summary>Where it can be looked at; none where there is no such page.</summary>
    public static string? Address(this Sight sight, Guid? subject) => subject is null ? null : sight switch
    {
        Sight.Contact or Sight.ContactAtDesk or Sight.Notes or Sight.Referral or Sight.ContactByKey => $"/contacts/{subject}",
        Sight.ImportedRows or Sight.FileToImport => $"/imports/{subject}",
        _ => null,
    };
}
