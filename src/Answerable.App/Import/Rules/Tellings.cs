using Answerable.App.Import.Profiles;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>
/// What a file tells that the journal does not hold as the last word already. What was told last counts: a correction that goes back to what stood
/// before is told again, and so is the same row read otherwise (by other columns, units, words or another clock). A row that was told before, and of
/// which the same file goes on to say something else, is not: else a file with both would never be at rest.
/// </summary>
internal sealed class Tellings(Profile profile, IDbContextFactory<AnswerableDb> databases)
{
    private readonly Dictionary<Guid, RecordedContact> _goneBack = [];
    private readonly HashSet<(Guid Subject, int Name)> _seen = [], _before = [];
    private readonly SameNumber _numbers = new(profile);

    /// <summary>At the file's end: what it leaves as it stood before the last word.</summary>
    public IReadOnlyList<RecordedContact> GoneBack => [.. _goneBack.Values];

    /// <summary>Those of a stretch of the file that are to be told now, in its order, and those that bear another contact's number.</summary>
    public async Task<(IReadOnlyList<RecordedContact> New, IReadOnlyList<OfAnother> Others)> NewAsync(
        IReadOnlyList<RecordedContact> contacts, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var told = await ToldAsync(db,
            [.. contacts.SelectMany(contact => contact.Near.Select(near => near.Subject).Append(contact.Subject)).Distinct()], stop);
        var gone = await ErasedOfContacts.AmongAsync(db, told.Keys, stop);
        List<RecordedContact> whose = [.. contacts.Select(contact => Joined(contact, told))
            .Select(contact => gone.TryGetValue(contact.Subject, out var erased) ? contact.Of(erased) : contact)];
        // A source that numbers its revisions says itself what is new.
        var read = await ReadAlike.OfAsync(db, profile.Revision is not null ? []
            : whose.Where(contact => contact.Whole is not null && told.ContainsKey(contact.Subject)), stop);
        var (fresh, others) = (new List<RecordedContact>(), new List<OfAnother>());
        foreach (var contact in whose)
            if (Another(contact, told) is { } another)
                others.Add(another);
            else if (New(contact with { Replaces = Replaces(contact, told) }, told, read) is { } isNew)
                fresh.Add(isNew);
        return (fresh, others);
    }

    /// <summary>A source that numbers its revisions says itself what a record is of.</summary>
    private OfAnother? Another(RecordedContact contact, Dictionary<Guid, List<Line>> told)
    {
        if (contact.Whole is null || profile.Revision is not null)
            return null;
        var said = contact.Facts[0];
        var last = told.GetValueOrDefault(contact.Subject)?.FindLast(line => line.Key.StartsWith(Named(said.Key), StringComparison.Ordinal));
        return _numbers.Another(contact, last is { Entry: { } entry } && entry.Fact() is ContactRecorded whole
            ? new SameNumber.Word(entry.At, whole.Channel, whole.State, Same(last.Key, said.Key)) : null);
    }

    /// <summary>Of a contact of which another part is there under a name one second off, that contact: they are halves of one.</summary>
    private static RecordedContact Joined(RecordedContact contact, Dictionary<Guid, List<Line>> told) => told.ContainsKey(contact.Subject) ? contact
        : contact.Near.Where(near => told.TryGetValue(near.Subject, out var lines) && IsOtherPart(contact, Keys(lines))).ToList() is [var half]
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
    private bool Replaces(RecordedContact contact, Dictionary<Guid, List<Line>> told)
    {
        if (contact.Whole is null)
            return false;
        var named = Named(contact.Facts[0].Key);
        // Of a file of millions each is kept small.
        var one = (contact.Subject, string.GetHashCode(named, StringComparison.Ordinal));
        if (_seen.Add(one) && told.TryGetValue(contact.Subject, out var lines)
            && lines.Exists(line => line.Key.StartsWith(named, StringComparison.Ordinal)))
            _before.Add(one);
        return _before.Contains(one);
    }

    /// <summary>Of a record's key its name, without what it said.</summary>
    private static string Named(string key) => key[..(key.LastIndexOfAny(['#', '@']) + 1)];

    /// <summary>What is to be told of it now, under the name it has not been told by; nothing where that is the last word already.</summary>
    private RecordedContact? New(RecordedContact contact, Dictionary<Guid, List<Line>> told, ReadAlike read)
    {
        if (!told.TryGetValue(contact.Subject, out var lines))
            told[contact.Subject] = lines = [];
        var keys = Keys(lines);
        var isNew = contact.Whole is not null && profile.Revision is null ? NewWord(contact, lines, read)
            : contact.Facts.Any(fact => !keys.Contains(fact.Key)) ? contact : null;
        if (isNew is not null)
            lines.AddRange(isNew.Facts.Select(fact => new Line(fact.Key, null, isNew)));
        return isNew;
    }

    private RecordedContact? NewWord(RecordedContact contact, List<Line> lines, ReadAlike read)
    {
        var said = contact.Facts[0];
        // Its name, and what it said: so many times over.
        var named = Named(said.Key);
        var wholes = lines.FindAll(line => line.Key.StartsWith(named, StringComparison.Ordinal));
        var times = wholes.Count(line => Same(line.Key, said.Key));
        var again = contact with { Facts = [said with { Key = $"{said.Key}~{times + 1}" }] };
        if (times > 0 && !Same(wholes[^1].Key, said.Key))
        {
            _goneBack[contact.Subject] = again;
            return null;
        }
        _goneBack.Remove(contact.Subject);
        return times == 0 ? contact : IsAlike(wholes[^1], contact, read) ? null : again;
    }

    private static bool IsAlike(Line last, RecordedContact contact, ReadAlike read) =>
        ReadAlike.Is(last.Entry ?? read.Said(last.Contact!), read.Said(contact));

    private static List<string> Keys(List<Line> lines) => lines.ConvertAll(line => line.Key);

    private static bool Same(string told, string key) => told == key || told.StartsWith($"{key}~", StringComparison.Ordinal);

    private async Task<Dictionary<Guid, List<Line>>> ToldAsync(AnswerableDb db, Guid[] subjects, CancellationToken stop)
    {
        var lines = await db.Set<JournalRow>().AsNoTracking()
            .Where(row => row.Source == profile.Source && EF.Parameter(subjects).Contains(row.Subject)).OrderBy(row => row.Number).ToListAsync(stop);
        return lines.GroupBy(line => line.Subject)
            .ToDictionary(same => same.Key, same => same.Select(line => new Line(line.SourceKey, line.Entry(), null)).ToList());
    }

    /// <summary>What was told of a contact: as the journal has it, or a moment ago by this file.</summary>
    private sealed record Line(string Key, Entry? Entry, RecordedContact? Contact);
}
