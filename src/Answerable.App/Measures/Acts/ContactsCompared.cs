using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Storage;

namespace Answerable.App.Measures;

/// <summary>Contacts, held against what their facts make of them.</summary>
internal sealed class ContactsCompared : IComparison
{
    private const int AtOnce = 500;

    public string Of => "contacts";

    public IReadOnlyList<Type> Looked => [typeof(ContactRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var ids in MeasuresRebuild.ContactsAsync(at.Db, AtOnce, stop))
        {
            var folded = await FoldContactsAgain.Handler.FoldedAsync(at.Db, ids, stop);
            foreach (var contact in folded.Wrong)
                yield return folded.Kept.ContainsKey(contact.Id) ? $"Contact {contact.Id} is not as the journal tells it."
                    : $"Contact {contact.Id}, of which the journal tells, is missing.";
            foreach (var contact in folded.Without)
                yield return $"Contact {contact.Id} is not in the journal.";
        }
    }
}
