using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// Whether a row that was told before comes to the same contact now as then: the columns, units, words or clock it is read by may be others, and its
/// words alone tell nothing of that.
/// </summary>
internal sealed class ReadAlike
{
    private readonly IReadOnlyDictionary<string, CustomerId> _known;

    private ReadAlike(IReadOnlyDictionary<string, CustomerId> known) => _known = known;

    /// <param name="again">Those of which something was told before.</param>
    public static async Task<ReadAlike> OfAsync(AnswerableDb db, IEnumerable<RecordedContact> again, CancellationToken stop)
    {
        var references = again.Select(contact => contact.CustomerReference).OfType<string>().Distinct().ToList();
        return new ReadAlike(references.Count == 0 ? new Dictionary<string, CustomerId>() : await Customers.FindAsync(db, references, stop));
    }

    /// <summary>As it would stand in the journal.</summary>
    public Entry Said(RecordedContact contact)
    {
        var fact = contact.Facts[0];
        return Entry.Of(contact.CustomerReference is { } reference ? fact.With(_known.GetValueOrDefault(reference, Stranger(reference))) : fact.Fact,
            fact.At, FactKind.Imported, "", fact.Key, contact.Subject, null);
    }

    public static bool Is(Entry told, Entry said)
    {
        if (Whole(told) is not { } then || FactCatalogue.Read(said.Name, said.Body) is not ContactRecorded now)
            return false;
        return told.At.ToUnixTimeMilliseconds() == said.At.ToUnixTimeMilliseconds()
            && then == now;
    }

    private static ContactRecorded? Whole(Entry told) => told.Name == Recorded ? told.Fact() as ContactRecorded : null;

    private static readonly string Recorded = FactCatalogue.Forms.Name(typeof(ContactRecorded));

    /// <summary>One whom the centre does not know yet is not whom it told of.</summary>
    private static CustomerId Stranger(string reference) => CustomerId.From(Ids.Of("stranger", reference));
}
