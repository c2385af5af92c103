using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>Begins the import of a file of the machine's own, or finds the same file's import that was not finished, to carry it on.</summary>
[Needs(Permission.ImportData)]
public sealed record BeginImport(string Profile, GenericMapping? Mapping, [ToTheLetter] string Path,
    [ToTheLetter] string FileHash, long FileLength) : IAct<ImportId>
{
    /// <summary>How the file is read, with all that the mapping left open settled by the file itself.</summary>
    public sealed record Read(GenericMapping? Mapping);

    internal sealed class Handler(CentreInForce centre) : IHandle<BeginImport, BeginImport.Read, ImportId>
    {
        public Task<Outcome<Read>> Prepare(BeginImport act, ReadingContext context, CancellationToken stop) =>
            Task.FromResult(Settlement.Of(act.Profile, act.Mapping, ImportFile.OnDisk(act.Path, null), stop)
                .Then<Read>(settled => new Read(settled.Mapping)));

        public async Task<Outcome<ImportId>> Decide(BeginImport act, Read file, ActContext context, CancellationToken stop)
        {
            // An import broken off goes on by the same clock, whatever the centre's is by then, and by the same right.
            var chosen = file.Mapping is { Zone: "" } unsaid ? unsaid with { Zone = (await centre.NowAsync()).Zone } : file.Mapping;
            var master = context.Db.Master;
            var same = await context.Db.Set<ImportRow>().Where(row => row.Profile == act.Profile && row.FileHash == act.FileHash
                && row.FileKey == null && row.Path == act.Path
                && (row.State == ImportState.Running || row.State == ImportState.Stopping || row.State == ImportState.Stopped)).ToListAsync(stop);
            if (same.Find(row => Written(row.MappingGiven(master)) == Written(chosen)) is { } unfinished)
            {
                unfinished.State = ImportState.Running;
                return unfinished.Id;
            }
            if (await BesideInvented.InAsync(context.Db, stop) is { } refused)
                return refused;
            var row = new ImportRow
            {
                Id = Ids.New<ImportId>(),
                Profile = act.Profile,
                FileName = CardMask.Apply(System.IO.Path.GetFileName(act.Path)),
                Path = act.Path,
                FileHash = act.FileHash,
                FileLength = act.FileLength,
                State = ImportState.Running,
                By = context.Who.Person,
                ByName = context.Who.Name,
                BroughtAt = context.Now,
                StartedAt = context.Now,
            };
            context.Db.Add(row.ReadBy(master, chosen));
            return row.Id;
        }

        private static string Written(GenericMapping? mapping) => JsonSerializer.Serialize(mapping, JsonSerializerOptions.Web);
    }
}
