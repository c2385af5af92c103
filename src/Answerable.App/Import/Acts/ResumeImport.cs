using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Carries an import on where it stopped or was broken off. A file of the command line's is read from where it lies, if this server can and it is the
/// same still.
/// </summary>
[Needs(Permission.ImportData)]
public sealed record ResumeImport(ImportId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<ResumeImport, Done, Done>
    {
        public async Task<Outcome<Done>> Prepare(ResumeImport act, ReadingContext context, CancellationToken stop) =>
            await context.Db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == act.Id, stop) is { OfPage: false } row
                && !await IsSameAsync(row, stop)
                ? new Refusal("import.file", $"This server cannot read {row.FileName} as it was: run the same command again where the file is.")
                : Done.It;

        public async Task<Outcome<Done>> Decide(ResumeImport act, Done isThere, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Stopped, ImportState.Stopping, ImportState.BrokenOff);
            if (!found.Allowed)
                return found.Refusals.ToList();
            (found.Value.State, found.Value.ByServer) = (ImportState.Running, !found.Value.OfPage);
            return Done.It;
        }

        private static async Task<bool> IsSameAsync(ImportRow row, CancellationToken stop)
        {
            try
            {
                return new FileInfo(row.Path) is { Exists: true } file && file.Length == row.FileLength
                    && await ImportFile.HashAsync(row.Path, stop) == row.FileHash;
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }
}
