using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>What a handler works with while its act is under way: rows, the hour, who acts, and the journal.</summary>
/// <param name="origins">Where anything here may be invented; none where nothing is.</param>
internal sealed class ActContext(AnswerableDb db, Actor who, DateTimeOffset now, IOrigins? origins = null)
{
    private readonly HashSet<int> _unsaid = [];

    public AnswerableDb Db { get; } = db;
    public Actor Who { get; internal set; } = who;
    public DateTimeOffset Now { get; } = now;

    /// <summary>Who asked for what is done now, where whoever acts is the second person to say yes to it.</summary>
    public PersonId? AskedBy { get; set; }

    internal List<Entry> Entries { get; } = [];
    internal List<RowsKept> Rows { get; } = [];
    internal List<Notice> Notices { get; } = [];

    /// <summary>Appends a fact about a subject, done by the actor now, in this act's transaction.</summary>
    /// <param name="kind">Where it says none, it is of the kind of what it is about.</param>
    public void Happened<TId>(Fact fact, TId subject, FactKind? kind = null) where TId : struct, IStrongId<TId> =>
        Happened(fact, subject.Value, kind);

    public void Happened(Fact fact, Guid subject, FactKind? kind)
    {
        if (kind is null)
            _unsaid.Add(Entries.Count);
        Entries.Add(Entry.Of(TypedText.Told(fact), Now, kind ?? FactKind.Live, Who.Source, Ids.New().ToString("N"), subject, Who.Person?.Value));
    }

    public void Happened(Entry entry) => Entries.Add(entry);

    /// <summary>What is invented stays so whoever has to do with it, and what an invented person makes is invented.</summary>
    public async Task<FactKind> KindOfAsync(Guid subject, CancellationToken stop)
    {
        if (origins is null)
            return FactKind.Live;
        return await origins.KindAsync(Db, subject, stop)
            ?? (Who.Person is { } person ? await origins.KindAsync(Db, person.Value, stop) : null)
            ?? FactKind.Live;
    }

    /// <summary>The facts, each of a kind.</summary>
    internal async Task<List<Entry>> ToldAsync(CancellationToken stop)
    {
        if (origins is not null)
            foreach (var place in _unsaid)
                Entries[place] = Entries[place] with { Kind = await KindOfAsync(Entries[place].Subject, stop) };
        return Entries;
    }

    /// <summary>Keeps many rows by the writer's own statements, once the handler has done.</summary>
    public void Keep(RowsKept rows) => Rows.Add(rows);

    /// <summary>Tells the live pages that listen on a topic, once the act has been committed.</summary>
    public void Tell(string topic, string text = "") => Notices.Add(new Notice(topic, text));
}
