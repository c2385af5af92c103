using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.People;

namespace Answerable.App.Contacts;

/// <summary>
/// The contacts somebody has had in their own hands, as the journal tells: they stay one's own to look at, whoever has them now. Each reading
/// of contacts, at the desk or not, takes it from here.
/// </summary>
internal static class Handled
{
    // As the partial index over these lines says it, so that it is used.
    private const string Answered = "contact.answered";

    /// <summary>None where no person asks.</summary>
    public static IQueryable<Guid> By(AnswerableDb db, PersonId? person)
    {
        var actor = person?.Value;
        return db.Set<JournalRow>().Where(line => line.Name == Answered && line.Actor != null && line.Actor == actor).Select(line => line.Subject);
    }
}
