using Answerable.App.Acts;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>A published version is superseded once a later one of its procedure has taken effect.</summary>
internal static class Supersession
{
    /// <param name="procedure">One procedure; all where none is given.</param>
    public static async Task<int> ApplyAsync(ActContext context, ProcedureId? procedure, CancellationToken stop)
    {
        var db = context.Db;
        var published = await db.Set<VersionRow>()
            .Where(version => version.State == VersionState.Published && (procedure == null || version.Procedure == procedure))
            .Join(db.Set<PublicationRow>().Where(row => row.EffectiveFrom <= context.Now),
                version => new { version.Procedure, Version = version.Number }, row =>
                    new { row.Procedure, row.Version }, (version, row) => new { version, row.EffectiveFrom })
            .ToListAsync(stop);
        var count = 0;
        foreach (var one in published.GroupBy(pair => pair.version.Procedure).Where(all => all.Count() > 1))
        {
            var latest = InForce.Of(one.Select(pair => new Published(pair.version.Number, pair.version.State, pair.EffectiveFrom)),
                context.Now)!.Value.Version;
            foreach (var earlier in one.Select(pair => pair.version).Where(version => version.Number != latest))
            {
                earlier.State = VersionState.Superseded;
                context.Happened(new VersionSuperseded(one.Key, earlier.Number, latest), one.Key);
                count++;
            }
        }
        return count;
    }
}
