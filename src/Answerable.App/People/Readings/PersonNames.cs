using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What people are called, for pages that show who did something: read once for all who stand on the page.</summary>
internal sealed class PersonNames
{
    public const string Gone = "Somebody no longer here";
    private readonly Dictionary<PersonId, string> _names;

    private PersonNames(Dictionary<PersonId, string> names) => _names = names;

    /// <summary>Null where nobody is meant, or nobody is known.</summary>
    public string? this[PersonId? person] => person is { } known ? _names.GetValueOrDefault(known) : null;

    public string? this[Guid? person] => person is { } known ? this[PersonId.From(known)] : null;

    /// <summary>Of those asked for; nobody asked for costs no question.</summary>
    public static async Task<PersonNames> OfAsync(AnswerableDb db, IEnumerable<PersonId?> people, CancellationToken stop)
    {
        var asked = people.OfType<PersonId>().Distinct().ToArray();
        return asked.Length == 0 ? new PersonNames([]) : await ReadAsync(db.Set<PersonRow>().Where(person => asked.Contains(person.Id)), stop);
    }

    public static Task<PersonNames> OfAsync(AnswerableDb db, IEnumerable<Guid?> people, CancellationToken stop) =>
        OfAsync(db, people.Select(person => person is { } known ? PersonId.From(known) : (PersonId?)null), stop);

    public static Task<PersonNames> OfAllAsync(AnswerableDb db, CancellationToken stop) => ReadAsync(db.Set<PersonRow>(), stop);

    private static async Task<PersonNames> ReadAsync(IQueryable<PersonRow> people, CancellationToken stop) =>
        new(await people.Select(person => new { person.Id, person.Name }).ToDictionaryAsync(person => person.Id, person => person.Name, stop));
}
