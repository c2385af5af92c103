using System.Runtime.CompilerServices;
using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Where each walk stands, the way it took and what was approved on it, held against what its facts make of it.</summary>
internal sealed class WalksCompared : IComparison
{
    private const int AtOnce = 500;
    private static readonly string Begun = FactCatalogue.Forms.Name(typeof(WalkBegun));

    public string Of => "walks";

    public IReadOnlyList<Type> Looked => [typeof(WalkRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var ids in IdPages.OfAsync(at.Db, "conduct_walks", "id", AtOnce, stop))
        {
            var begun = await at.Db.Set<JournalRow>().Where(row => EF.Parameter(ids).Contains(row.Subject) && row.Name == Begun)
                .Select(row => row.Subject).ToListAsync(stop);
            foreach (var untold in ids.Except(begun))
                yield return $"The walk {WalkId.From(untold)} is not in the journal.";
        }
        await foreach (var ids in IdPages.OfAsync(at.Db, $"journal_entries WHERE name = '{Begun}'", "subject", AtOnce, stop))
        {
            var walks = Array.ConvertAll(ids, WalkId.From);
            var rows = await at.Db.Set<WalkRow>().AsNoTracking().Where(row => EF.Parameter(walks).Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, stop);
            var told = (await at.Db.Set<JournalRow>().AsNoTracking()
                .Where(row => EF.Parameter(ids).Contains(row.Subject) && row.Name.StartsWith("walk.")).OrderBy(row => row.Number).ToListAsync(stop))
                .ToLookup(row => WalkId.From(row.Subject), row => row.Entry());
            foreach (var id in walks)
                if (Difference(rows.GetValueOrDefault(id), WalkFold.Of(told[id])!, told[id].First().At) is { } difference)
                    yield return difference;
        }
    }

    private static string? Difference(WalkRow? row, Walk told, DateTimeOffset begun) =>
        row is null ? $"The walk {told.Id} of contact {told.Contact}, which the journal tells of, is missing."
        : !Alike(row, told) || !KeptInstant.Same(row.BegunAt, begun) || !KeptInstant.Same(row.EndedAt, told.End?.At)
            || Kept(row) is not { } kept || !Alike(kept, told) || !Approved(kept, told)
            ? $"The walk {told.Id} of contact {told.Contact} does not stand where the journal tells."
        : null;

    private static Walk? Kept(WalkRow row)
    {
        try
        {
            return WalkJson.Read(row.State);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool Alike(WalkRow row, Walk told) =>
        (row.Contact, row.Case, row.Procedure, row.Version) == (told.Contact, told.Case, told.Procedure, told.Version);

    private static bool Alike(Walk kept, Walk told) =>
        (kept.Id, kept.Contact, kept.Case, kept.Procedure, kept.Version) == (told.Id, told.Contact, told.Case, told.Procedure, told.Version)
        && (kept.At, kept.Agent, kept.Held, kept.Left, kept.Turn) == (told.At, told.Agent, told.Held, told.Left, told.Turn)
        && kept.Trail.Select(Left).SequenceEqual(told.Trail.Select(Left));

    private static bool Approved(Walk kept, Walk told) =>
        kept.Waiting?.Referral == told.Waiting?.Referral && kept.Approvals.SequenceEqual(told.Approvals) && kept.Refused.SequenceEqual(told.Refused)
        && (kept.End?.Ending, kept.End?.Resolved, kept.End?.BrokenOff) == (told.End?.Ending, told.End?.Resolved, told.End?.BrokenOff);

    private static (string, VisitKind, string?, PersonId) Left(Visit visit) => (visit.Node, visit.Kind, visit.Answer, visit.By);
}
