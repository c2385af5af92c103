using Answerable.App.Import.Findings;
using Answerable.App.Import.Profiles;
using Answerable.App.Storage;

namespace Answerable.App.Import;

/// <summary>What an import has done so far, or would do.</summary>
/// <param name="Rows">Rows read: imported, unchanged, rejected, or told of no contact.</param>
/// <param name="Contacts">Different contacts among them.</param>
/// <param name="Imported">Records new to the journal.</param>
/// <param name="Replaced">Of the imported, those that stand in the place of what was said of the contact before this file.</param>
/// <param name="Unchanged">Records the journal held already.</param>
public sealed record ImportReport(
    ImportId? Id,
    string Profile,
    string File,
    long FileLength,
    string FileHash,
    ImportState State,
    bool DryRun,
    string By,
    DateTimeOffset BroughtAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    long Rows,
    long BytesRead,
    long Contacts,
    long Imported,
    long Replaced,
    long Unchanged,
    long Rejected,
    long Repaired,
    IReadOnlyList<Finding> Findings,
    string? Failure,
    bool OfPage,
    GenericMapping? Mapping,
    ImportReport.Away? PutAway = null)
{
    /// <summary>Why a file was put away that nobody discarded.</summary>
    /// <param name="RowsLeft">How many of its rows were not brought in; nothing where it is not known.</param>
    public sealed record Away(string Why, string By, DateTimeOffset At, long? RowsLeft);

    public int Percent =>
        State is ImportState.Finished or ImportState.Ready or ImportState.NothingToImport ? 100
        : FileLength == 0 ? 0 : (int)Math.Min(100, BytesRead * 100 / FileLength);

    internal static ImportReport Of(ImportRow row, MasterKey master, DateTimeOffset now) => new(
        row.Id, row.Profile, row.FileName, row.FileLength, row.FileHash, row.StateAt(now), row.State is ImportState.Checking or ImportState.Ready,
        row.ByName, row.BroughtAt, row.StartedAt, row.EndedAt, row.Position, row.PositionBytes, row.Contacts, row.Imported,
        row.Replaced, row.Unchanged,
        row.Rejected, row.Repaired, row.FindingsKept(master), row.Failure, row.OfPage, row.MappingGiven(master),
        row is { PutAwayWhy: { } why, EndedAt: { } at } ? new Away(why, row.PutAwayBy ?? "", at, row.RowsLeft) : null);
}
