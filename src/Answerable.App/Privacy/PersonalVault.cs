using System.Text;
using Answerable.App.Storage;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Keeps personal texts beside the journal under a key per owner (AES-256-GCM), so that erasing a person is destroying a key,
/// and the chain, which holds only ids, still verifies. The keys are wrapped by the master key. Card data are masked before anything is sealed.
/// </summary>
internal static class PersonalVault
{
    private static readonly Question<Func<AnswerableDb, IReadOnlyCollection<Guid>, IAsyncEnumerable<Found>>> Asked = new(() => EF.CompileAsyncQuery(
        (AnswerableDb db, IReadOnlyCollection<Guid> ids) => db.Set<PersonalRow>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(db.Set<PersonalKeyRow>(), row => row.Owner, key => key.Owner, (row, key) => new Found(row.Id, row.Owner, row.Sealed, key.Key))));

    private sealed record Found(Guid Id, Guid Owner, byte[] Sealed, byte[] Key);

    /// <summary>Seals a text for its owner (a customer, or a contact that names none) and returns the id the journal may carry.</summary>
    public static async Task<Guid> KeepAsync(AnswerableDb db, Guid owner, string text, CancellationToken stop = default)
    {
        var key = await KeyAsync(db, owner, stop);
        var row = Row(key, owner, text);
        db.Add(row);
        return row.Id;
    }

    /// <summary>The same for an owner made just now, who can have no key yet: nothing is read.</summary>
    public static (PersonalKeyRow Key, PersonalRow Text) KeepNew(MasterKey master, Guid owner, string text)
    {
        var (row, key) = PersonalKeyRow.Make(master, owner);
        return (row, Row(key, owner, text));
    }

    /// <summary>The texts still readable, by id; one whose owner was erased is not among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(AnswerableDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop =
        default)
    {
        var kept = ids.Count == 0 ? [] : await Asked.To(db)(db, ids).ToListAsync(stop);
        var master = db.Master;
        return kept.ToDictionary(row => row.Id, row => Open(master, row));
    }

    public static async Task<string?> ReadAsync(AnswerableDb db, Guid id, CancellationToken stop = default) =>
        (await ReadAsync(db, [id], stop)).GetValueOrDefault(id);

    private static string Open(MasterKey master, Found row) => Encoding.UTF8.GetString(Sealed.Open(
        PersonalKeyRow.Wrapped.Open(master, row.Key, row.Owner), PersonalRow.PurposeOf(row.Id, row.Owner), row.Sealed));

    /// <summary>Destroys the keys of these owners; how many there were.</summary>
    public static async Task<int> DestroyAsync(AnswerableDb db, IReadOnlyCollection<Guid> owners, CancellationToken stop)
    {
        await db.Set<PersonalRow>().Where(row => owners.Contains(row.Owner)).ExecuteDeleteAsync(stop);
        return await db.Set<PersonalKeyRow>().Where(row => owners.Contains(row.Owner)).ExecuteDeleteAsync(stop);
    }

    private static async Task<byte[]> KeyAsync(AnswerableDb db, Guid owner, CancellationToken stop)
    {
        if (await db.Set<PersonalKeyRow>().FindAsync([owner], stop) is { } known)
            return PersonalKeyRow.Wrapped.Open(db.Master, known.Key, owner);
        // What was erased is never begun again: whoever comes here with it would make data that nobody can erase.
        if (await db.Set<CustomerRow>().AnyAsync(customer => customer.Id == CustomerId.From(owner) && customer.ErasedAt != null, stop))
            throw new InvalidOperationException("The customer was erased: what is kept now is under another name.");
        var (row, key) = PersonalKeyRow.Make(db.Master, owner);
        db.Add(row);
        return key;
    }

    private static PersonalRow Row(byte[] key, Guid owner, string text)
    {
        var id = Ids.New();
        return new PersonalRow
        { Id = id, Owner = owner, Sealed = Sealed.Seal(key, PersonalRow.PurposeOf(id, owner), Encoding.UTF8.GetBytes(CardMask.Apply(text))) };
    }
}
