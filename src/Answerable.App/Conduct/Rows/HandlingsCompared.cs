using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Who handled a contact at a desk, since when and in which case, held against who was told to have answered it there first and last, whether and
/// when it was closed there, and which case it was told to be in.
/// </summary>
internal sealed class HandlingsCompared : IComparison
{
    private const int AtOnce = 500;
    private const string Delivered = "api:";
    private static readonly string Answered = FactCatalogue.Forms.Name(typeof(ContactAnswered));
    private static readonly string Wrapped = FactCatalogue.Forms.Name(typeof(ContactWrapped));

    private static readonly string[] InCase = [FactCatalogue.Forms.Name(typeof(CaseOpened)), FactCatalogue.Forms.Name(typeof(CaseJoined))];

    public string Of => "who handled a contact";

    public IReadOnlyList<Type> Looked => [typeof(HandlingRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var ids in IdPages.OfAsync(at.Db, "conduct_handlings", "contact", AtOnce, stop))
        {
            var contacts = Array.ConvertAll(ids, ContactId.From);
            var rows = await at.Db.Set<HandlingRow>().AsNoTracking().Where(row => EF.Parameter(contacts).Contains(row.Contact)).ToListAsync(stop);
            // What other systems tell of a contact moves nothing on a desk.
            var told = (await at.Db.Set<JournalRow>().AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Subject)
                && (row.Name == Answered || row.Name == Wrapped) && !row.Source.StartsWith(Delivered)).OrderBy(row => row.Number).ToListAsync(stop))
                .ToLookup(row => row.Subject, row => row.Entry());
            var cases = await CasesAsync(at.Db, [.. rows.Select(row => row.Case.Value).Distinct()], stop);
            foreach (var row in rows)
                if (Difference(row, [.. told[row.Contact.Value]], cases) is { } difference)
                    yield return difference;
        }
    }

    /// <summary>Which contacts each case was told to have.</summary>
    private static async Task<HashSet<(CaseId, ContactId)>> CasesAsync(AnswerableDb db, Guid[] cases, CancellationToken stop) =>
        (await db.Set<JournalRow>().AsNoTracking().Where(row => EF.Parameter(cases).Contains(row.Subject) && InCase.Contains(row.Name))
            .ToListAsync(stop))
        .Select(row => (CaseId.From(row.Subject), row.Entry().Fact() switch
        {
            CaseOpened opened => opened.Contact,
            CaseJoined joined => joined.Contact,
            _ => default,
        })).ToHashSet();

    private static string? Difference(HandlingRow row, IReadOnlyList<Entry> told, HashSet<(CaseId, ContactId)> cases)
    {
        var taken = told.Where(entry => entry.Fact() is ContactAnswered { Agent: not null }).ToList();
        var closed = told.LastOrDefault(entry => entry.Fact() is ContactWrapped);
        return taken.Count == 0 ? $"The journal tells of nobody who took contact {row.Contact} to a desk."
            : ((ContactAnswered)taken[^1].Fact()).Agent is var agent && row.Agent != agent
                ? $"Contact {row.Contact} is with {row.Agent}, or was: the journal tells of {agent}."
            : row.ClosedAt is null != closed is null ? $"Whether contact {row.Contact} was closed at its desk is not what the journal tells."
            : row.Kind != taken[^1].Kind || !KeptInstant.Same(row.TakenAt, taken[0].At) || !KeptInstant.Same(row.ClosedAt, closed?.At)
                ? $"Of what kind contact {row.Contact} is, or when it was taken to a desk or closed there, is not what the journal tells."
            : !cases.Contains((row.Case, row.Contact)) ? $"Contact {row.Contact} is in a case of which the journal does not tell that it is in it."
            : null;
    }
}
