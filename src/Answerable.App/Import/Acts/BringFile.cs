using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Takes a file that was brought by a page: it is checked next, or its columns are to be chosen first.</summary>
[Needs(Permission.ImportData)]
public sealed record BringFile(string Profile, KeptFile File) : IAct<BringFile.Brought>
{
    public sealed record Brought(ImportId Id, bool ColumnsToChoose);

    internal sealed class Handler(ImportFolder folder) : IHandle<BringFile, Done, Brought>
    {
        public Task<Outcome<Done>> Prepare(BringFile act, ReadingContext context, CancellationToken stop)
        {
            var file = folder.Of(act.File.Path, act.File.Key);
            var misfit = act.Profile == GenericCsv.Name ? file.Misfit() : Misfit(act.Profile, file);
            return Task.FromResult<Outcome<Done>>(misfit is null ? Done.It : misfit);
        }

        public Task<Outcome<Brought>> Decide(BringFile act, Done fits, ActContext context, CancellationToken stop)
        {
            var mapped = act.Profile == GenericCsv.Name;
            var id = Ids.New<ImportId>();
            var row = new ImportRow
            {
                Id = id,
                Profile = act.Profile,
                FileName = act.File.Name,
                FileHash = act.File.Hash,
                FileLength = act.File.Length,
                Path = act.File.Path,
                FileKey = ImportRow.Wrapped.Wrap(context.Db.Master, act.File.Key, id.Value),
                State = mapped ? ImportState.Mapping : ImportState.Checking,
                By = context.Who.Person,
                ByName = context.Who.Name,
                BroughtAt = context.Now,
            };
            context.Db.Add(row);
            context.Tell(ImportRound.Told);
            return Task.FromResult<Outcome<Brought>>(new Brought(row.Id, mapped));
        }

        private static Refusal? Misfit(string profile, ImportFile file)
        {
            var found = ShippedProfiles.Find(profile, null);
            return found.Allowed ? file.Misfit(found.Value) : found.Refusals[0];
        }
    }
}
