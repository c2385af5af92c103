using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>A procedure's versions, newest first, with what the dates make of them.</summary>
internal static class VersionHistory
{
    public static async Task<List<VersionLine>> OfAsync(AnswerableDb db, ProcedureId procedure, DateTimeOffset now, CancellationToken stop)
    {
        var versions = await db.Set<VersionRow>().Where(row => row.Procedure == procedure)
            .OrderByDescending(row => row.Number)
            .Take(500)
            .Select(row => new { row.Number, row.State, row.CopiedFrom, row.DraftedAt, row.DraftedBy })
            .ToListAsync(stop);
        var publications = await db.Set<PublicationRow>().Where(row => row.Procedure == procedure).ToDictionaryAsync(row => row.Version, stop);
        var names = await PersonNames.OfAsync(db, versions.Select(row => row.DraftedBy).Concat(publications.Values.Select(row => row.By)), stop);
        var states = versions.ToDictionary(row => row.Number, row => row.State);
        var inForce = InForce.Of(publications.Values.Where(row => states.ContainsKey(row.Version))
            .Select(row => new Published(row.Version, states[row.Version], row.EffectiveFrom)), now)?.Version;
        return versions.ConvertAll(row =>
        {
            var publication = publications.GetValueOrDefault(row.Number);
            var past = row.State == VersionState.Published && row.Number != inForce && publication!.EffectiveFrom <= now;
            return new VersionLine(
                row.Number, past ? VersionState.Superseded : row.State, row.Number == inForce, row.CopiedFrom, row.DraftedAt, names[row.DraftedBy],
                publication?.EffectiveFrom, publication?.At, names[publication?.By]);
        });
    }
}
