using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Who handled a contact at a desk, held against who was told to have answered it there last, and whether it was closed there.</summary>
internal sealed class HandlingsCompared : IComparison
{
    private const int AtOnce = 500;
    private const string Delivered = "api:";
    private static readonly string Answered = FactCatalogue.Forms.Name(typeof(ContactAnswered));
    private static readonly string Wrapped = FactCatalogue.Forms.Name(typeof(ContactWrapped));

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
                .ToLookup(row => row.Subject, row => row.Entry().Fact());
            foreach (var row in rows)
                if (Difference(row, [.. told[row.Contact.Value]]) is { } difference)
                    yield return difference;
        }
    }

    private static string? Difference(HandlingRow row, IReadOnlyList<Fact> told) =>
        told.OfType<ContactAnswered>().LastOrDefault(answered => answered.Agent is not null) is not { Agent: { } agent }
            ? $"The journal tells of nobody who took contact {row.Contact} to a desk."
        : row.Agent != agent ? $"Contact {row.Contact} is with {row.Agent}, or was: the journal tells of {agent}."
        : row.ClosedAt is null == told.OfType<ContactWrapped>().Any()
            ? $"Whether contact {row.Contact} was closed at its desk is not what the journal tells."
        : null;
}
