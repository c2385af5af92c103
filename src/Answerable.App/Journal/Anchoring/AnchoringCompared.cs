using Answerable.Model.Journal;

namespace Answerable.App.Journal;

/// <summary>To what kinds of places the journal's head is sent, held against what was told when that was changed: which places is not told.</summary>
internal sealed class AnchoringCompared() : SettingCompared<AnchoringRow, AnchoringChanged>("the kinds of places anchors go to",
    row => row is null ? "nothing" : Words(row.Folder.Length > 0, row.Url.Length > 0, row.MailTo.Length > 0),
    told => told is null ? Words(false, false, false) : Words(told.Folder, told.Address, told.Mail))
{
    private static string Words(bool folder, bool address, bool mail) =>
        string.Join(", ", new[] { folder ? "a folder" : "", address ? "an address" : "", mail ? "mail" : "" }.Where(word => word.Length > 0)
            .DefaultIfEmpty("none"));
}
