using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Measures;

/// <summary>Whole contacts as another system would deliver them.</summary>
internal sealed class Recorded(TestCentre centre, string source = "test")
{
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly List<Entry> _entries = [];
    private int _key;

    public Recorded Answered(int contacts, int waitMs, string queue = "main", string? agent = null, FactKind kind = FactKind.Live) =>
        Many(contacts, waitMs, ContactState.Handled, queue, agent, kind);

    public Recorded Abandoned(int contacts, int waitMs) => Many(contacts, waitMs, ContactState.Abandoned, "main", null, FactKind.Live);

    /// <summary>Of whose wait nobody knows anything.</summary>
    public Recorded Untimed(int contacts, ContactState state)
    {
        for (var number = 0; number < contacts; number++)
            Add(Start.AddSeconds(number), new ContactRecorded(Channel.Phone, "main", null, null, state, 0, 60_000, 0, 5_000, null, null, null,
                WaitUnknown: true), FactKind.Live);
        return this;
    }

    /// <summary>Handled for a minute of talk, ten seconds of hold and five of work, so far as that is known.</summary>
    public Recorded Handled(int contacts, Unknown unknown)
    {
        for (var number = 0; number < contacts; number++)
            Add(Start.AddSeconds(number), new ContactRecorded(Channel.Phone, "main", null, null, ContactState.Handled, 1000, 60_000, 10_000, 5_000,
                null, null, null, WaitUnknown: unknown.Has(Unknown.Wait), TalkUnknown: unknown.Has(Unknown.Talk),
                HoldUnknown: unknown.Has(Unknown.Hold), WrapUnknown: unknown.Has(Unknown.Wrap)), FactKind.Live);
        return this;
    }

    /// <summary>Facts told one by one of a contact that arrives when the others do.</summary>
    public Recorded Told(params (int Second, ContactFact Fact)[] facts)
    {
        var contact = new Guid(++_key, (short)(900 + source.Length), 0, 0, 0, 0, 0, 0, 0, 0, 5);
        _entries.AddRange(facts.Select(told =>
            Entry.Of(told.Fact, Start.AddSeconds(told.Second), FactKind.Live, source, $"{++_key}", contact, null)));
        return this;
    }

    public Recorded About(int customer, string reason, int day)
    {
        Add(Start.AddDays(day), new ContactRecorded(Channel.Phone, "main", reason, new CustomerId(new Guid(customer, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
            ContactState.Handled, 1000, 60_000, 0, 0, null, "Ann", null), FactKind.Live);
        return this;
    }

    public Recorded Presence(PersonId person, int minute, Presence to)
    {
        _entries.Add(Entry.Of(new PresenceChanged(person, default, to), Start.AddMinutes(minute), FactKind.Live, "test", $"p{++_key}", person.Value,
            person.Value));
        return this;
    }

    public Recorded Resolved(int contacts, bool resolved)
    {
        for (var number = 0; number < contacts; number++)
            Add(Start.AddMinutes(number), new ContactRecorded(Channel.Phone, "main", null, null, ContactState.Handled, 1000, 60_000, 0, 0,
                null, "Ann", null, Resolved: resolved), FactKind.Live);
        return this;
    }

    public async Task DeliverAsync(FactKind? kind = null)
    {
        await centre.Writer.AppendAsync(_entries.ConvertAll(entry => kind is { } whose ? entry with { Kind = whose } : entry));
        _entries.Clear();
    }

    private Recorded Many(int contacts, int waitMs, ContactState state, string queue, string? agent, FactKind kind)
    {
        for (var number = 0; number < contacts; number++)
            Add(Start.AddSeconds(number), new ContactRecorded(Channel.Phone, queue, null, null, state, waitMs, 60_000, 0, 5_000, null, agent, null),
                kind);
        return this;
    }

    private void Add(DateTimeOffset at, ContactRecorded contact, FactKind kind) =>
        _entries.Add(Entry.Of(contact, at, kind, source, $"{++_key}", new Guid(_key, (short)source.Length, 0, 0, 0, 0, 0, 0, 0, 0, 5), null));
}
