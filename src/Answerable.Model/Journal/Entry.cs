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
    private Reading _read;

    public static Entry Of(Fact fact, DateTimeOffset at, FactKind kind, string source, string sourceKey, Guid subject, Guid? actor)
    {
        var body = FactCatalogue.Write(fact);
        return new(at, kind, source, sourceKey, subject, actor, FactCatalogue.Name(fact), body) { _read = new Reading(body, fact) };
    }

    public Fact Fact()
    {
        if (!ReferenceEquals(_read.Body, Body))
            _read = new Reading(Body, FactCatalogue.Read(Name, Body));
        return _read.Fact!;
    }

    /// <summary>The fact as last read from the body, kept for the next who asks. It is no part of what the entry says, so all are equal.</summary>
    private readonly struct Reading(string body, Fact fact) : IEquatable<Reading>
    {
        public string? Body { get; } = body;
        public Fact? Fact { get; } = fact;
        public bool Equals(Reading other) => true;
        public override bool Equals(object? obj) => obj is Reading;
        public override int GetHashCode() => 0;
    }
}
