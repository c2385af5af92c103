using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>Personal texts, opened: one changed, put in another's place or under another's name does not open.</summary>
internal sealed class TextsCompared : IComparison
{
    public string Of => "personal texts";

    public IReadOnlyList<Type> Looked => [typeof(PersonalRow), typeof(PersonalKeyRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        var master = at.Db.Master;
        var texts = at.Db.Set<PersonalRow>().AsNoTracking()
            .GroupJoin(at.Db.Set<PersonalKeyRow>(), row => row.Owner, key => key.Owner, (row, keys) => new { row, keys })
            .SelectMany(pair => pair.keys.DefaultIfEmpty(), (pair, key) => new { pair.row, key });
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(stop))
            if (text.key is null)
                yield return $"Personal text {text.row.Id} has lost its key, and nobody was erased for it.";
            else if (!Opens(master, text.row, text.key))
                yield return $"Personal text {text.row.Id} is not as it was sealed: it was changed, or put in another's place.";
    }

    private static bool Opens(MasterKey master, PersonalRow row, PersonalKeyRow key)
    {
        try
        {
            Sealed.Open(PersonalKeyRow.Wrapped.Open(master, key.Key, key.Owner), PersonalRow.PurposeOf(row.Id, row.Owner), row.Sealed);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
