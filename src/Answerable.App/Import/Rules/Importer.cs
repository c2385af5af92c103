using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Import.Profiles;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Import;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Brings a file's contacts in, a chunk at a time: a chunk's facts, its remarks and how far the import is become durable together.
/// </summary>
public sealed class Importer
{
    private readonly Writer _writer;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Dispatcher _dispatcher;
    /// <summary>Longer than any piece of a file takes; after a kill the others wait so long.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    private readonly Guid _server;
    private readonly TimeProvider _time;
    private readonly CentreInForce _centre;

    private readonly ImportFolder _folder;
    private readonly Instruments _instruments;

    internal Importer(Writer writer, IDbContextFactory<AnswerableDb> databases, Dispatcher dispatcher, TimeProvider time, CentreInForce centre,
        ImportFolder folder, ThisNode node, Instruments instruments) =>
            (_writer, _databases, _dispatcher, _time, _centre, _folder, _server, _instruments) =
                (writer, databases, dispatcher, time, centre, folder, node.Id, instruments);

    /// <summary>Carries an import on from where it is to its end, to a stop asked for, or to what it cannot read; tells how it stands then.</summary>
    public async Task<ImportReport> RunAsync(ImportId id, CancellationToken stop)
    {
        if (await TakeAsync(id) is not { } row)
            return await FindAsync(id, stop);
        var file = _folder.Of(row);
        if (Trouble(row, _folder.Master, file) is { } trouble)
            return await EndAsync(id, ImportState.Failed, (kept, _) => kept.Failure = trouble);
        var checking = row.State == ImportState.Checking;
        var profile = row.FindProfile(_folder.Master).Value.In(await _centre.NowAsync());
        var (scan, tellings) = (new Scan(profile, _time.GetUtcNow()), new Tellings(profile, _databases));
        using var opened = file.Open(profile.Encoding);
        var begun = _time.GetTimestamp();
        foreach (var chunk in scan.Chunks(opened.Text, opened.BytesRead))
        {
            var (fresh, others) = await tellings.NewAsync(chunk.Contacts, stop);
            scan.Reject(chunk, others);
            if (chunk.LastRow <= row.Position)
                continue;
            var asked = await KeepAsync(chunk, fresh, chunk.Contacts.Count - others.Count);
            if (asked == ImportState.Stopping)
                return await EndAsync(id, ImportState.Stopped, (_, _) => { });
            if (asked is not (ImportState.Running or ImportState.Checking))
                return await FindAsync(id, CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            await _writer.GiveWayAsync(_time.GetElapsedTime(begun), stop);
            begun = _time.GetTimestamp();
        }
        // Counted as unchanged where the file said them; and told now.
        if (tellings.GoneBack is { Count: > 0 } back
            && await KeepAsync(new Scan.Chunk(scan.Rows, opened.BytesRead(), back, []), back, 0) is not (ImportState.Running or ImportState.Checking))
            return await FindAsync(id, CancellationToken.None);
        return await FinishAsync(row, scan, checking ? ImportState.Ready : ImportState.Finished);

        Task<ImportState?> KeepAsync(Scan.Chunk chunk, IReadOnlyList<RecordedContact> fresh, int all) => checking
            ? CheckAsync(id, scan, chunk, fresh, all) : BringInAsync(profile, row, scan, chunk, fresh, all, stop);
    }

    /// <summary>What this server may look after: the rows no other has in hand.</summary>
    internal IQueryable<ImportRow> Free(IQueryable<ImportRow> rows)
    {
        var now = _time.GetUtcNow();
        return rows.Where(row => row.HeldBy == null || row.HeldBy == _server || row.HeldUntil <= now);
    }

    /// <summary>Lets others go on with what this server has in hand.</summary>
    public Task LayAsync(ImportId id) => _writer.AppendAsync([], async (db, _) =>
    {
        var row = await db.Set<ImportRow>().SingleAsync(kept => kept.Id == id);
        if (row.HeldBy == _server)
            (row.HeldBy, row.HeldUntil) = (null, null);
    }, [], CancellationToken.None);

    /// <summary>The import, in this server's hands from now on; nothing where another has it.</summary>
    private async Task<ImportRow?> TakeAsync(ImportId id)
    {
        ImportRow? taken = null;
        await _writer.AppendAsync([], async (db, _) =>
        {
            var row = await db.Set<ImportRow>().SingleAsync(kept => kept.Id == id);
            // Put away between the asking and the beginning, for a customer whom it names was erased.
            if (row.State == ImportState.Discarded || row.IsHeldByOther(_server, _time.GetUtcNow()))
                return;
            (row.HeldBy, row.HeldUntil) = (_server, _time.GetUtcNow() + Hold);
            taken = row;
        }, [], CancellationToken.None);
        return taken;
    }

    /// <summary>Reads a file through and tells what an import would do; writes nothing.</summary>
    public async Task<Outcome<(ImportReport Report, IReadOnlyList<Remark> Remarks)>> DryRunAsync(string profileName, GenericMapping? mapping,
        string path, CancellationToken stop)
    {
        var file = ImportFile.OnDisk(path, null);
        var settled = Settlement.Of(profileName, mapping, file, stop);
        if (!settled.Allowed)
            return settled.Refusals.ToList();
        mapping = settled.Value.Mapping;
        var profile = settled.Value.Profile.In(await _centre.NowAsync());
        var (scan, tellings, began) = (new Scan(profile, _time.GetUtcNow()), new Tellings(profile, _databases), _time.GetUtcNow());
        var remarks = new List<Remark>();
        var (fresh, replaced, unchanged) = (0L, 0L, 0L);
        using var opened = file.Open(profile.Encoding);
        foreach (var chunk in scan.Chunks(opened.Text, opened.BytesRead))
        {
            var (inChunk, others) = await tellings.NewAsync(chunk.Contacts, stop);
            scan.Reject(chunk, others);
            (fresh, unchanged) = (fresh + inChunk.Count, unchanged + chunk.Contacts.Count - others.Count - inChunk.Count);
            replaced += inChunk.Count(contact => contact.Replaces);
            remarks.AddRange(chunk.Remarks);
        }
        var back = tellings.GoneBack;
        (fresh, replaced, unchanged) = (fresh + back.Count, replaced + back.Count(contact => contact.Replaces), unchanged - back.Count);
        return (new ImportReport(null, profile.Name, Path.GetFileName(path), new FileInfo(path).Length, await ImportFile.HashAsync(path, stop),
            ImportState.Ready, true, "", began, began,
            _time.GetUtcNow(), scan.Rows, opened.BytesRead(), scan.Contacts, fresh, replaced, unchanged, scan.Rejected, scan.Repaired,
                scan.Findings(), null, false, mapping), remarks);
    }

    private static string? Trouble(ImportRow row, MasterKey master, ImportFile file) =>
        !file.Exists ? $"The file {row.FileName} is no longer there."
        : row.FindProfile(master) is { Allowed: false } unusable ? string.Join(" ", unusable.Refusals)
        : file.Misfit(row.FindProfile(master).Value)?.Text;

    private async Task<ImportState?> BringInAsync(Profile profile, ImportRow row, Scan scan, Scan.Chunk chunk,
        IReadOnlyList<RecordedContact> fresh, int all, CancellationToken stop)
    {
        var entries = await EntriesAsync(profile, row, fresh, stop);
        ImportState? state = null;
        var brought = await _writer.AppendAsync([.. entries.Select(entry => entry.Entry)], async (db, isNew) =>
        {
            var imported = entries.Where((_, place) => isNew[place]).Select(entry => entry.Row).Distinct().Select(at => fresh[at]).ToList();
            state = await KeepAsync(db, row.Id, scan, chunk, imported, all);
        }, Notices(row.Id), CancellationToken.None);
        _instruments.Imported(brought.Count(isNew => isNew));
        return state;
    }

    private async Task<ImportState?> CheckAsync(ImportId id, Scan scan, Scan.Chunk chunk, IReadOnlyList<RecordedContact> fresh, int all)
    {
        ImportState? state = null;
        await _writer.AppendAsync([], async (db, _) =>
            state = await KeepAsync(db, id, scan, chunk, fresh, all), Notices(id), CancellationToken.None);
        return state;
    }

    /// <summary>Only records the journal does not hold ask for their customers, so that a file read again makes nobody known anew who was
    /// erased.</summary>
    private async Task<List<(int Row, Entry Entry)>> EntriesAsync(Profile profile, ImportRow row, IReadOnlyList<RecordedContact> contacts,
        CancellationToken stop)
    {
        var customers = await KnowCustomers.OfAsync(_dispatcher, contacts.Select(contact => contact.CustomerReference).OfType<string>(), stop);
        return [.. contacts.Index().SelectMany(told => told.Item.Facts.Select(fact => (told.Index, Entry.Of(
            told.Item.CustomerReference is { } reference ? fact.With(customers[reference]) : fact.Fact,
            fact.At, FactKind.Imported, profile.Source, fact.Key, told.Item.Subject, row.By?.Value))))];
    }

    /// <returns>How the import stands; nothing where another server has taken it over, and counts it.</returns>
    private async Task<ImportState?> KeepAsync(AnswerableDb db, ImportId id, Scan scan, Scan.Chunk chunk,
        IReadOnlyList<RecordedContact> imported, int all)
    {
        var row = await db.Set<ImportRow>().SingleAsync(kept => kept.Id == id);
        if (row.HeldBy != _server)
            return null;
        row.HeldUntil = _time.GetUtcNow() + Hold;
        foreach (var remark in chunk.Remarks)
            db.Add(RemarkRow.Of(db.Master, id, ++row.Remarks, remark));
        (row.Position, row.PositionBytes) = (chunk.LastRow, chunk.LastByte);
        (row.Imported, row.Unchanged) = (row.Imported + imported.Count, row.Unchanged + all - imported.Count);
        row.Replaced += imported.Count(contact => contact.Replaces);
        (row.Contacts, row.Rejected, row.Repaired) = (scan.Contacts, scan.Rejected, scan.Repaired);
        return row.State;
    }

    private Task<ImportReport> FinishAsync(ImportRow row, Scan scan, ImportState state) => EndAsync(row.Id, state, (kept, master) =>
    {
        (kept.Position, kept.PositionBytes) = (scan.Rows, kept.FileLength);
        (kept.Contacts, kept.Rejected, kept.Repaired) = (scan.Contacts, scan.Rejected, scan.Repaired);
        kept.Found(master, scan.Findings());
        // The file goes, and with it the words it was asked about: nobody could find in them whom they name.
        if (state == ImportState.Finished)
            kept.ReadBy(master, kept.MappingGiven(master)?.WithoutWords());
    });

    private async Task<ImportReport> EndAsync(ImportId id, ImportState state, Action<ImportRow, MasterKey> change)
    {
        ImportRow? ended = null;
        await _writer.AppendAsync([], async (db, _) =>
        {
            ended = await db.Set<ImportRow>().SingleAsync(row => row.Id == id);
            change(ended, db.Master);
            (ended.State, ended.EndedAt) = (state, _time.GetUtcNow());
            (ended.HeldBy, ended.HeldUntil) = (null, null);
        }, Notices(id), CancellationToken.None);
        if (state == ImportState.Finished)
            await SayFinishedAsync(ended!);
        if (state is ImportState.Finished or ImportState.Failed && ended!.OfPage)
            await _folder.ForgetAsync(ended.Path, CancellationToken.None);
        return ImportReport.Of(ended!, _folder.Master, _time.GetUtcNow());
    }

    /// <summary>An import that brought nothing new leaves no trace in the journal; one killed just here says so when it is run again.</summary>
    private async Task SayFinishedAsync(ImportRow row)
    {
        if (row.Imported > 0)
            await _writer.AppendAsync([Entry.Of(new ImportFinished(row.Profile, row.FileHash, row.Position, row.Imported, row.Rejected, row.Repaired),
                row.EndedAt!.Value, FactKind.Live, "import", row.Id.Value.ToString("N"), row.Id.Value, row.By?.Value)]);
    }

    private async Task<ImportReport> FindAsync(ImportId id, CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        return ImportReport.Of(await db.Set<ImportRow>().AsNoTracking().SingleAsync(row => row.Id == id, stop), db.Master, _time.GetUtcNow());
    }

    private static IReadOnlyList<Notice> Notices(ImportId id) => [new Notice($"import:{id}", "")];
}
