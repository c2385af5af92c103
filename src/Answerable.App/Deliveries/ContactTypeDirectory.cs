using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Deliveries;

/// <summary>The contact types of this centre, in memory, so that telephony may name one by its name as well as by its code.</summary>
internal sealed class ContactTypeDirectory
{
    private const int MostListed = 30;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OldestForAStranger = TimeSpan.FromSeconds(1);
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly IContactNames _names;
    private readonly Remembered<IReadOnlyDictionary<string, string>> _types;

    public ContactTypeDirectory(IDbContextFactory<AnswerableDb> databases, IContactNames names, TimeProvider time) =>
        (_databases, _names, _types) = (databases, names, new(ReadAsync, time));

    /// <summary>The code of what is told; what is told itself where it is no type here, with what is to be said of that.</summary>
    public async ValueTask<(string Type, Refusal? Remark)> FindAsync(string told)
    {
        if (Codes(await _types.NoOlderThanAsync(Oldest), told) is [var known])
            return (known, null);
        // One not known may have just been defined.
        var types = await _types.NoOlderThanAsync(OldestForAStranger);
        return Codes(types, told) is [var code] ? (code, null)
            // A centre without contact types takes what its telephony calls them.
            : (told, types.Count == 0 ? null : Unknown(told, Codes(types, told).Count, types.Keys));
    }

    private static List<string> Codes(IReadOnlyDictionary<string, string> types, string told) => types.ContainsKey(told) ? [told]
        : [.. types.Where(type => Bare(type.Value) == Bare(told)).Select(type => type.Key)];

    /// <summary>Without spaces, and whatever its capitals.</summary>
    private static string Bare(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    private static Refusal Unknown(string told, int named, IEnumerable<string> codes) => new("event.contact-type-unknown",
        (named > 1 ? $"'{told}' is the name of {named} contact types here" : $"'{told}' is no contact type here, by code or by name")
            + $": it is kept as told. The codes are: {Listed([.. codes.Order(StringComparer.Ordinal)])}.", "contactType");

    private static string Listed(IReadOnlyList<string> codes) =>
        string.Join(", ", codes.Take(MostListed)) + (codes.Count > MostListed ? $" and {codes.Count - MostListed} more" : "");

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        return await _names.AllTypesAsync(db, CancellationToken.None);
    }
}
