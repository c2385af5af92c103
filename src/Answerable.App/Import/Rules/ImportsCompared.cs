using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Import;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>What came of files that were imported, held against what was told when each was finished.</summary>
internal sealed class ImportsCompared()
    : RowsCompared<ImportId, ImportFinished, ImportsCompared.Ended>("finished imports", typeof(ImportFinished))
{
    internal sealed record Ended(ImportId Id, string FileName, bool Brought, ImportFinished Finished);

    public override IReadOnlyList<Type> Looked => [typeof(ImportRow)];

    protected override IEnumerable<(ImportId, Func<ImportFinished?, ImportFinished?>)> Told(Entry entry, Fact fact) =>
        fact is ImportFinished finished ? [(ImportId.From(entry.Subject), _ => finished)] : [];

    protected override IQueryable<Ended> Rows(AnswerableDb db) => db.Set<ImportRow>().Select(row => new Ended(row.Id, row.FileName,
        row.State == ImportState.Finished && row.Imported > 0,
        new ImportFinished(row.Profile, row.FileHash, row.Position, row.Imported, row.Rejected, row.Repaired, null)));

    protected override ImportId KeyOf(Ended row) => row.Id;

    protected override IEnumerable<string> Differences(Ended row, ImportFinished? told, Comparing at)
    {
        if (told is not null && (!row.Brought || told with { File = null } != row.Finished))
            yield return $"What came of importing {row.FileName} is not what the journal tells.";
        // A server that is killed in between has imported it and not said so.
        else if (told is null && row.Brought)
            at.LeaveOpen("Imports that were finished, which the journal was not told");
    }

    protected override string Missing(ImportId key, ImportFinished told) =>
        $"What came of importing {told.File ?? $"the file of hash {told.FileHash}"}, which the journal tells, is missing.";
}
