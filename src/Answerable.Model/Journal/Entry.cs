namespace Answerable.Model.Journal;

/// <summary>One line of the journal before it has its place in the chain.</summary>
/// <param name="At">When it happened (UTC).</param>
/// <param name="Source">Who delivered it: <c>desk</c>, <c>api:NAME</c>, <c>import:PROFILE</c>, <c>demo</c>.</param>
/// <param name="SourceKey">The deliverer's own key; the same (source, key) twice is one fact.</param>
/// <param name="Subject">The contact, procedure, person … it is about.</param>
/// <param name="Actor">The person who did it, if a person did.</param>
public sealed record Entry(
    DateTimeOffset At,
    FactKind Kind,
    string Source,
    string SourceKey,
    Guid Subject,
    Guid? Actor,
    string Name,
    string Body)
{
    public static Entry Of(Fact fact, DateTimeOffset at, FactKind kind, string source, string sourceKey, Guid subject, Guid? actor) =>
        new(at, kind, source, sourceKey, subject, actor, FactCatalogue.Name(fact), FactCatalogue.Write(fact));

    public Fact Fact() => FactCatalogue.Read(Name, Body);
}
