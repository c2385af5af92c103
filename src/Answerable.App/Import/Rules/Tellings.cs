using Answerable.App.Import.Profiles;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// What a file tells that the journal does not hold as the last word already. What was told last counts: a correction that goes back to what stood
/// before is told again. A row that was told before, and of which the same file goes on to say something else, is not: else a file with both would
/// never be at rest.
/// </summary>
internal sealed class Tellings(Profile profile, IDbContextFactory<AnswerableDb> databases)
{
    private readonly Dictionary<Guid, RecordedContact> _goneBack = [];
    private readonly HashSet<(Guid Subject, int Name)> _seen = [], _before = [];

    /// <summary>At the file's end: what it leaves as it stood before the last word.</summary>
    public IReadOnlyList<RecordedContact> GoneBack => [.. _goneBack.Values];

    /// <summary>Those of a stretch of the file that are to be told now, in its order.</summary>
    public async Task<IReadOnlyList<RecordedContact>> NewAsync(IReadOnlyList<RecordedContact> contacts, CancellationToken stop)
    {
        var told = await ToldAsync([.. contacts.SelectMany(contact => contact.Near.Select(near => near.Subject).Append(contact.Subject)).Distinct()],
            stop);
        return [.. contacts.Select(contact => Joined(contact, told)).Select(contact => contact with { Replaces = Replaces(contact, told) })
            .Where(contact => IsNew(contact, told))];
    }

    /// <summary>Of a contact of which another part is there under a name one second off, that contact: they are halves of one.</summary>
    private static RecordedContact Joined(RecordedContact contact, Dictionary<Guid, List<string>> told) => told.ContainsKey(contact.Subject) ? contact
        : contact.Near.Where(near => told.TryGetValue(near.Subject, out var keys) && IsOtherPart(contact, keys)).ToList() is [var half]
            ? contact.As(half.Subject, half.Seconds) : contact;

    private static bool IsOtherPart(RecordedContact contact, List<string> keys)
    {
        if (contact.Facts.All(fact => keys.Contains(fact.Key)))
            return true;
        var parts = keys.Where(key => key.Contains('~')).ToList();
        return contact.Whole is not null ? parts.Count > 0
            : contact.Begins ? !parts.Exists(IsBeginning) : keys.Exists(key => !key.Contains('~')) || parts.Exists(IsBeginning);

        static bool IsBeginning(string key) => key.Contains("~arrived@", StringComparison.Ordinal);
    }

    /// <summary>Whether another record of the same was told before this file began; what rows of one file say of each other is none.
    /// </summary>
    private bool Replaces(RecordedContact contact, Dictionary<Guid, List<string>> told)
    {
        if (contact.Whole is null)
            return false;
        var named = Named(contact.Facts[0].Key);
        // Of a file of millions each is kept small.
        var one = (contact.Subject, string.GetHashCode(named, StringComparison.Ordinal));
        if (_seen.Add(one) && told.TryGetValue(contact.Subject, out var keys)
            && keys.Exists(key => key.StartsWith(named, StringComparison.Ordinal)))
            _before.Add(one);
        return _before.Contains(one);
    }

    /// <summary>Of a record's key its name, without what it said.</summary>
    private static string Named(string key) => key[..(key.LastIndexOfAny(['#', '@']) + 1)];

    private bool IsNew(RecordedContact contact, Dictionary<Guid, List<string>> told)
    {
        if (!told.TryGetValue(contact.Subject, out var keys))
            told[contact.Subject] = keys = [];
        var isNew = contact.Whole is null || profile.Revision is not null
            ? contact.Facts.Any(fact => !keys.Contains(fact.Key))
            : IsNewWord(contact, keys);
        if (isNew)
            keys.AddRange(contact.Facts.Select(fact => fact.Key));
        return isNew;
    }

    private bool IsNewWord(RecordedContact contact, List<string> keys)
    {
        var said = contact.Facts[0];
        // Its name, and what it said: so many times over.
        var named = Named(said.Key);
        var wholes = keys.Where(key => key.StartsWith(named, StringComparison.Ordinal)).ToList();
        var times = wholes.Count(key => Same(key, said.Key));
        if (times > 0 && !Same(wholes[^1], said.Key))
        {
            _goneBack[contact.Subject] = contact with { Facts = [said with { Key = $"{said.Key}~{times + 1}" }] };
            return false;
        }
        _goneBack.Remove(contact.Subject);
        return times == 0;
    }

    private static bool Same(string told, string key) => told == key || told.StartsWith($"{key}~", StringComparison.Ordinal);

    private async Task<Dictionary<Guid, List<string>>> ToldAsync(Guid[] subjects, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var lines = await db.Set<JournalRow>().AsNoTracking()
            .Where(row => row.Source == profile.Source && EF.Parameter(subjects).Contains(row.Subject)).OrderBy(row => row.Number)
            .Select(row => new { row.Subject, row.SourceKey }).ToListAsync(stop);
        return lines.GroupBy(line => line.Subject).ToDictionary(same => same.Key, same => same.Select(line => line.SourceKey).ToList());
    }
}
