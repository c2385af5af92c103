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

    /// <summary>Where it was seen, as people call the place; what is kept is the pattern of its address, with dots for a number.</summary>
    public static string Place(string? page) => page?.Split('/') switch
    {
        null => "",
        [_, "contacts.csv", ..] => "Contacts, downloaded",
        [_, "contacts", _, ..] => "Contact",
        [_, "contacts", ..] => "Contacts",
        [_, "desk", _, "notes", ..] => "Desk, all notes",
        [_, "desk", ..] => "Desk",
        [_, "referrals", ..] => "Referral",
        [_, "go", ..] => "Go to, by words",
        [_, "imports", _, "columns", ..] => "Import, its columns",
        [_, "imports", _, "rejected.csv", ..] => "Import, rejected rows downloaded",
        [_, "imports", _, "repaired.csv", ..] => "Import, repaired rows downloaded",
        [_, "imports", ..] => "Import",
        [_, "customers", "erasure", ..] => "Erasure",
        [_, "customers", "looks.csv", ..] => "Who looked, downloaded",
        [_, "customers", "looks", ..] => "Who looked",
        [_, "api", ..] => "Asked by a key, on no page",
        _ => Elsewhere,
    };

    /// <summary>A place that an earlier or later version knows.</summary>
    public const string Elsewhere = "Another page";
}
