using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Contacts;

public sealed class ContactFoldTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 9, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Subject = Guid.Parse("0199c000-0000-7000-8000-000000000001");

    private static readonly (int Second, ContactFact Fact)[] Story =
    [
        (0, new ContactArrived(Channel.Phone, "general", "missed-bin")),
        (5, new ContactQueued("bins")),
        (25, new ContactAnswered(null, null, "ANN")),
        (60, new ContactHeld()),
        (90, new ContactRetrieved()),
        (145, new ContactEnded()),
        (175, new ContactWrapped()),
    ];

    [Fact]
    public void A_contact_is_folded_from_its_facts()
    {
        var contact = Fold(Story);
        Assert.Equal(ContactState.Handled, contact.State);
        Assert.Equal("bins", contact.Queue);
        Assert.Equal((20_000L, 90_000, 30_000, 30_000), (contact.WaitMs!.Value, contact.TalkMs, contact.HoldMs, contact.WrapMs));
    }

    /// <summary>A transfer: the wait is over with the first answer, whoever has the contact afterwards, and however late the first is told.</summary>
    [Fact]
    public void A_transfer_told_backwards_waited_for_its_first_answer_and_is_with_the_last_agent()
    {
        (int, ContactFact)[] transfer =
            [(0, new ContactArrived(Channel.Phone, "bins")), (20, new ContactAnswered(null, null, "ANN")),
            (60, new ContactAnswered(null, null, "BOB"))];
        foreach (var told in new[] { transfer, [.. transfer.Reverse()] })
        {
            var contact = Fold(told);
            Assert.Equal((20_000L, "BOB"), (contact.WaitMs!.Value, contact.AgentName));
        }
    }

    /// <summary>Once answered, they have had their wait: what queue they are put into afterwards changes nothing of it.</summary>
    [Theory]
    [InlineData(5, 20_000)]
    [InlineData(null, 25_000)]
    public void Put_into_a_queue_again_after_the_first_answer_a_contact_waited_as_long_as_it_did(int? queuedFirst, long waited)
    {
        (int, ContactFact)[] first = [(0, new ContactArrived(Channel.Phone, "bins")), (25, new ContactAnswered(null, null, "ANN"))];
        (int, ContactFact)[] again = [(70, new ContactQueued("council tax")), (190, new ContactAnswered(null, null, "BOB"))];
        (int, ContactFact)[] queued = queuedFirst is { } second ? [(second, new ContactQueued("bins"))] : [];
        (int, ContactFact)[] story = [.. first, .. queued, .. again];
        foreach (var told in new[] { story, [.. story.Reverse()] })
        {
            var contact = Fold(told);
            Assert.Equal((waited, "council tax", "BOB"), (contact.WaitMs!.Value, contact.Queue, contact.AgentName));
        }
    }

    /// <summary>Sent from queue to queue without an answer, one waits from the first.</summary>
    [Fact]
    public void Sent_on_to_another_queue_unanswered_a_contact_waits_since_the_first()
    {
        var contact = Fold([(0, new ContactArrived(Channel.Phone, "")), (5, new ContactQueued("bins")), (65, new ContactQueued("council tax")),
            (95, new ContactAnswered(null, null, "ANN"))]);
        Assert.Equal((90_000L, "council tax"), (contact.WaitMs!.Value, contact.Queue));
    }

    [Fact]
    public void Facts_in_any_order_come_to_the_same_contact() => Check.One(Tries.Of(2_000), Prop.ForAll(
        Stories.ToArbitrary(), story => Prop.ForAll(Gen.Shuffle(story.ToArray()).ToArbitrary(), shuffled => Fold(shuffled) == Fold(story))));

    [Fact]
    public void A_contact_put_down_after_each_fact_and_taken_up_again_is_the_same() => Check.QuickThrowOnFailure(Prop.ForAll(
        Stories.ToArbitrary(), story => story.Aggregate((Contact?)null, (contact, next) =>
            PutDown(ContactFold.Apply(contact, EntryOf(next.Second, next.Fact), next.Fact))) == Fold(story)));

    /// <summary>Read off the whole story at once, by the words of ContactFold: what a fold fact by fact must come to.</summary>
    [Fact]
    public void A_contact_is_what_its_whole_story_says() => Check.One(Tries.Of(3_000), Prop.ForAll(
        Stories.ToArbitrary(), story => Fold(story) with { Told = null } == ReadOff(story)));

    private static Contact ReadOff(List<(int Second, ContactFact Fact)> story)
    {
        List<(int Second, TFact Fact)> Of<TFact>() where TFact : ContactFact =>
            [.. story.Where(told => told.Fact is TFact).Select(told => (told.Second, (TFact)told.Fact))];
        DateTimeOffset? At(IEnumerable<int> seconds, Func<IEnumerable<int>, int> which) => seconds.Any() ? Start.AddSeconds(which(seconds)) : null;
        // The latest; of those at one second the last in the order of their words.
        T? Last<TFact, T>(IEnumerable<(int Second, TFact Fact)> facts, Func<TFact, string?> words, Func<TFact, T> take) => facts.Any()
            ? take(facts.OrderBy(told => told.Second).ThenBy(told => words(told.Fact), StringComparer.Ordinal).Last().Fact) : default;
        string? First(Func<ContactArrived, string?> words) =>
            Of<ContactArrived>().Where(told => !string.IsNullOrEmpty(words(told.Fact))).OrderBy(told => told.Second)
                .ThenByDescending(told => words(told.Fact), StringComparer.Ordinal).Select(told => words(told.Fact)).FirstOrDefault();
        var (arrivals, queued, answers) = (Of<ContactArrived>(), Of<ContactQueued>(), Of<ContactAnswered>());
        var (ends, wraps, guided) = (Of<ContactEnded>(), Of<ContactWrapped>(), Of<ContactGuided>());
        var (holds, takes) = (Of<ContactHeld>(), Of<ContactRetrieved>());
        var known = Last(Of<ContactCustomerKnown>(), fact => fact.Customer.ToString(), fact => fact.Customer.ToString());
        var customer = Of<ContactCustomerKnown>().Count > 0 ? known : First(fact => fact.Customer?.ToString());
        return new Contact(ContactId.From(Subject), FactKind.Live, "test",
            At((arrivals.Count > 0 ? arrivals.Select(told => told.Second) : story.Select(told => told.Second)), Enumerable.Min)!.Value)
        {
            Channel = arrivals.OrderBy(told => told.Second).ThenBy(told => told.Fact.Channel).Select(told => told.Fact.Channel).FirstOrDefault(),
            Queue = Last(queued, fact => fact.Queue, fact => fact.Queue) ?? First(fact => fact.Queue) ?? "",
            Type = Last(Of<ContactTyped>(), fact => fact.Type, fact => fact.Type) ?? First(fact => fact.Type),
            Customer = customer is null ? null : new CustomerId(Guid.Parse(customer)),
            QueuedAt = At(queued.Select(told => told.Second), Enumerable.Min),
            AnsweredAt = At(answers.Select(told => told.Second), Enumerable.Min),
            EndedAt = At(ends.Select(told => told.Second), Enumerable.Max) ?? At(wraps.Select(told => told.Second), Enumerable.Min),
            ClosedAt = At(wraps.Select(told => told.Second), Enumerable.Max)
                ?? (Of<ContactNeverWrapped>().Count > 0 ? At(ends.Select(told => told.Second), Enumerable.Max) : null),
            AbandonedAt = At(Of<ContactAbandoned>().Select(told => told.Second), Enumerable.Max),
            AgentName = Last(answers, fact => fact.AgentName, fact => fact.AgentName),
            Procedure = guided.Count > 0 ? new ProcedureId(Subject) : null,
            Version = Last(guided, fact => $"{fact.Version:D9}", fact => (int?)fact.Version),
            Resolved = Last(Of<ContactResolved>(), fact => fact.Resolved.ToString(), fact => (bool?)fact.Resolved),
            Excluded = Of<ContactExcluded>().Count > 0,
            Holds = holds.Count + takes.Count == 0 ? null : holds.Select(told => (told.Second, Ended: false))
                .Concat(takes.Select(told => (told.Second, Ended: true))).Order()
                .Aggregate(Holds.None, (all, told) => all.With(Start.AddSeconds(told.Second), told.Ended)),
        };
    }

    [Fact]
    public void What_is_told_once_leaves_no_marks_and_what_was_kept_without_any_is_weighed_by_its_own_instants()
    {
        var simple = Fold([Story[0], Story[1], Story[2], Story[5], Story[6]]);
        Assert.Null(simple.Told);
        var kept = simple with { Customer = Customer(1), Procedure = new ProcedureId(Subject), Version = 1, Resolved = true };
        Assert.Equal(new Told
        {
            Arrived = Start,
            Ended = Start.AddSeconds(145),
            Answered = Start.AddSeconds(25),
            Guided = Start.AddSeconds(25),
            Resolved = Start.AddSeconds(145),
            Queue = new Told.Mark(Start.AddSeconds(5), ByArrival: false),
            Type = new Told.Mark(Start, ByArrival: true),
            Customer = new Told.Mark(Start, ByArrival: true),
        }, Told.Of(kept));
        var bare = new Contact(kept.Id, kept.Kind, kept.Source, Start);
        Assert.Equal(new Told { Arrived = Start }, Told.Of(bare));
        Assert.Equal(new Told.Mark(Start, ByArrival: true), Told.Of(bare with { Queue = "bins" }).Queue);
        Assert.Null(Told.Of(bare with { EndedAt = Start, ClosedAt = Start }).Ended);
        Assert.Equal(Start, Told.Of(bare with { Procedure = new ProcedureId(Subject) }).Guided);
        Assert.Equal(Start, Told.Of(bare with { Resolved = false }).Resolved);
        Assert.Equal("a1791536400000 w1791536425000 T1791536400000 ", (Told.Of(bare with { AnsweredAt = Start.AddSeconds(25), Type = "leak" }))
            .ToString());
    }

    [Theory]
    [InlineData(ContactState.Handled, 4_000, 6_000, 1_000, 500, 2_000)]
    [InlineData(ContactState.Abandoned, 4_000, 0, 0, 0, 2_000)]
    [InlineData(ContactState.Excluded, 4_000, 0, 0, 0, 2_000)]
    public void A_contact_recorded_whole_is_as_it_was_recorded(ContactState state, long wait, long talk, long hold, long wrap, long before)
    {
        var contact = Fold([(3, new ContactQueued("old")), (0, new ContactRecorded(Channel.Chat, "q", "leak", Customer(1), state, wait, talk, hold,
            wrap, null, "ANN", null, BeforeQueueMs: before))]);
        Assert.Equal((state, Start, "q", "leak", Customer(1)), (contact.State, contact.ArrivedAt, contact.Queue, contact.Type, contact.Customer));
        Assert.Equal((state == ContactState.Excluded ? 0 : wait, talk, hold, wrap),
            (contact.WaitMs!.Value, contact.TalkMs, contact.HoldMs, contact.WrapMs));
        Assert.Equal(Start.AddMilliseconds(before), contact.QueuedAt);
    }

    [Fact]
    public void A_contact_stands_where_its_latest_stage_has_brought_it()
    {
        Assert.Equal(ContactState.Waiting, Fold(Story[..2]).State);
        Assert.Equal((ContactState.Talking, 0L, 0L), (Fold(Story[..3]).State, Fold(Story[..4]).HoldMs, Fold(Story[..3]).TalkMs));
        Assert.Equal((ContactState.Wrapping, 0L), (Fold(Story[..6]).State, Fold(Story[..6]).WrapMs));
        Assert.Equal(ContactState.Handled, Fold(Story).State);
        Assert.Equal(ContactState.Abandoned, Fold([Story[0], (9, new ContactAbandoned())]).State);
        Assert.Equal(ContactState.Handled, Fold([.. Story, (9, new ContactAbandoned())]).State);
        Assert.Equal(ContactState.Excluded, Fold([.. Story, (9, new ContactExcluded("a test call"))]).State);
        Assert.Equal(25_000L, Fold([Story[0], (30, new ContactQueued("bins")), (25, new ContactAnswered(null, null))]).WaitMs);
    }

    private static Contact PutDown(Contact contact) => contact with { Told = contact.Told is { } told ? Told.Read(told.ToString()) : null };

    /// <summary>Everything that may be told of a contact, some of it several times, some at the same second, and sometimes without an
    /// arrival.</summary>
    private static readonly Gen<List<(int Second, ContactFact Fact)>> Stories =
        from arrivals in Gen.Choose(0, 3)
        from others in Gen.Choose(1, 9)
        from story in Gen.ListOf(Some(Arrival), arrivals).Zip(Gen.ListOf(Some(Other), others))
        select (List<(int, ContactFact)>)[.. story.Item1, .. story.Item2];

    private static Gen<(int, ContactFact)> Some(Gen<ContactFact> facts) => Gen.Choose(0, 12).Zip(facts).Select(pair => (pair.Item1, pair.Item2));

    private static Gen<ContactFact> Arrival =>
        from channel in Gen.Elements(Channel.Phone, Channel.Email)
        from queue in Gen.Elements("", "bins", "bulky")
        from type in Gen.Elements(null, "leak", "meter")
        from customer in Gen.Elements<CustomerId?>(null, Customer(1), Customer(2))
        select (ContactFact)new ContactArrived(channel, queue, type, customer);

    private static Gen<ContactFact> Other => Gen.Elements<ContactFact>(
        new ContactQueued("bins"), new ContactQueued("back"), new ContactAnswered(null, null, "ANN"), new ContactAnswered(null, null, "BOB"),
            new ContactHeld(), new ContactHeld(), new ContactRetrieved(),
        new ContactRetrieved(), new ContactEnded(), new ContactWrapped(), new ContactAbandoned(), new ContactTyped("leak"), new ContactTyped("bill"),
        new ContactCustomerKnown(Customer(1)), new ContactCustomerKnown(Customer(3)), new ContactGuided(new ProcedureId(Subject), 1),
            new ContactGuided(new ProcedureId(Subject), 12),
        new ContactNeverWrapped(60),
        new ContactResolved(true, "Settled"), new ContactResolved(false, "Explained"), new ContactExcluded("a test call"));

    private static CustomerId Customer(byte number) => new(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number));

    [Fact]
    public void A_hold_still_open_ends_with_the_conversation()
    {
        var contact = Fold(Story.Where(told => told.Fact is not ContactRetrieved));
        Assert.Equal((35_000, 85_000), (contact.TalkMs, contact.HoldMs));
    }

    [Fact]
    public void A_later_revision_of_a_recorded_contact_wins_whichever_comes_first()
    {
        var early = (0, (ContactFact)Recorded(revision: 1, talk: 10_000));
        var late = (0, (ContactFact)Recorded(revision: 2, talk: 20_000));
        Assert.Equal(20_000, Fold([early, late]).TalkMs);
        Assert.Equal(20_000, Fold([late, early]).TalkMs);
    }

    [Fact]
    public void A_contact_abandoned_before_an_answer_has_waited_until_it_left()
    {
        var contact = Fold([Story[0], Story[1], (48, new ContactAbandoned())]);
        Assert.Equal((ContactState.Abandoned, 43_000L, 0L), (contact.State, contact.WaitMs!.Value, contact.TalkMs));
    }

    [Fact]
    public void Every_fact_reads_back_as_it_was_written()
    {
        foreach (var (second, fact) in Story)
        {
            var entry = EntryOf(second, fact);
            Assert.Equal(fact, entry.Fact());
        }
    }

    private static ContactRecorded Recorded(long revision, long talk) =>
        new(Channel.Phone, "q", null, null, ContactState.Handled, 1000, talk, 0, 0, null, "ANN", null, revision);

    private static Contact Fold(IEnumerable<(int Second, ContactFact Fact)> told) =>
        told.Aggregate((Contact?)null, (contact, next) => ContactFold.Apply(contact, EntryOf(next.Second, next.Fact), next.Fact))!;

    private static Entry EntryOf(int second, Fact fact) =>
        Entry.Of(fact, Start.AddSeconds(second), FactKind.Live, "test", second.ToString(System.Globalization.CultureInfo.InvariantCulture), Subject,
            null);
}
