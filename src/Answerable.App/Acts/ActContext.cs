using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>What a handler works with while its act is under way: rows, the hour, who acts, and the journal.</summary>
internal sealed class ActContext(AnswerableDb db, Actor who, DateTimeOffset now)
{
    public AnswerableDb Db { get; } = db;
    public Actor Who { get; } = who;
    public DateTimeOffset Now { get; } = now;
    internal List<Entry> Entries { get; } = [];
    internal List<RowsKept> Rows { get; } = [];
    internal List<Notice> Notices { get; } = [];

    /// <summary>Appends a fact about a subject, done by the actor now, in this act's transaction.</summary>
    public void Happened<TId>(Fact fact, TId subject, FactKind kind = FactKind.Live) where TId : struct, IStrongId<TId> =>
        Entries.Add(Entry.Of(fact, Now, kind, "desk", Ids.New().ToString("N"), subject.Value, Who.Person?.Value));

    public void Happened(Fact fact, Guid subject, FactKind kind) =>
        Entries.Add(Entry.Of(fact, Now, kind, "desk", Ids.New().ToString("N"), subject, Who.Person?.Value));

    public void Happened(Entry entry) => Entries.Add(entry);

    /// <summary>Keeps many rows by the writer's own statements, once the handler has done.</summary>
    public void Keep(RowsKept rows) => Rows.Add(rows);

    /// <summary>Tells the live pages that listen on a topic, once the act has been committed.</summary>
    public void Tell(string topic, string text = "") => Notices.Add(new Notice(topic, text));
}
