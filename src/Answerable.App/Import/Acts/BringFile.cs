using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Takes a file that was brought by a page: it is checked next, or its columns are to be chosen first.</summary>
[Needs(Permission.ImportData)]
public sealed record BringFile(string Profile, KeptFile File, string? Encoding = null) : IAct<BringFile.Brought>
{
    public sealed record Brought(ImportId Id, bool ColumnsToChoose);

    /// <summary>What stands against how a file is to be read, before any of it is.</summary>
    public static IEnumerable<Refusal> RefusalsOf(string profile, string? encoding)
    {
        if (ShippedProfiles.Unknown(profile) is { } unknown)
            yield return unknown;
        if (Settlement.Unknown(encoding) is { } unread)
            yield return unread;
    }

    /// <param name="Known">A mapping kept for such a file, by which it can be read as it is.</param>
    /// <param name="Doubt">What was found of its characters, where they have been looked at.</param>
    internal sealed record Fit(GenericMapping? Known, string? Doubt = null);

    internal sealed class Handler(ImportFolder folder) : IHandle<BringFile, Fit, Brought>
    {
        public async Task<Outcome<Fit>> Prepare(BringFile act, ReadingContext context, CancellationToken stop)
        {
            var file = folder.Of(act.File.Path, act.File.Key);
            var asked = act.Encoding is null ? null : new GenericMapping { Encoding = act.Encoding };
            if (act.Profile != GenericCsv.Name)
                return Settlement.Of(act.Profile, asked, file, stop).Then<Fit>(_ => new Fit(asked));
            if (act.Encoding is not null && Settlement.Written(act.Encoding, file, stop) is { } unread)
                return unread;
            return file.Misfit(act.Encoding) is { } misfit ? misfit
                : new Fit(await KnownAsync(file, asked, context, stop) ?? asked, file.Doubt(stop));
        }

        /// <summary>None where it does not fit this file wholly, or the person is to be asked something.</summary>
        private static async Task<GenericMapping?> KnownAsync(ImportFile file, GenericMapping? asked, ReadingContext context,
            CancellationToken stop) =>
            await ImportPreview.KeptAsync(context.Db, file, asked?.Encoding, stop) is { } kept
                && Settlement.Of(GenericCsv.Name, kept.Given(context.Db.Master), file, stop)
                    is { Allowed: true, Value.Mapping: var settled } ? settled : null;

        public Task<Outcome<Brought>> Decide(BringFile act, Fit fit, ActContext context, CancellationToken stop)
        {
            var mapped = act.Profile == GenericCsv.Name && fit.Known is not { Columns.Count: > 0 };
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
                Doubt = fit.Doubt is null ? null : ImportRow.WrappedDoubt.Wrap(context.Db.Master, fit.Doubt, id.Value),
                State = mapped ? ImportState.Mapping : ImportState.Checking,
                By = context.Who.Person,
                ByName = context.Who.Name,
                BroughtAt = context.Now,
            };
            context.Db.Add(row.ReadBy(context.Db.Master, fit.Known));
            context.Tell(ImportRound.Told);
            return Task.FromResult<Outcome<Brought>>(new Brought(row.Id, mapped));
        }
    }
}
