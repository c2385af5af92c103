using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Contacts;

/// <summary>What telephony tells badly: halves missing, said twice, in another order. Named after the cases of real users.</summary>
public sealed class ContactsAsToldTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 9, 9, 0, 0, TimeSpan.Zero);
    private static readonly (int, ContactFact) Arrived = (0, new ContactArrived(Channel.Phone, "A"));
    private static readonly (int, ContactFact) Answered = (10, new ContactAnswered(null, null, "Ann"));
    private static readonly (int, ContactFact) Ended = (100, new ContactEnded());
    private static readonly (int, ContactFact) Wrapped = (110, new ContactWrapped());

    /// <summary>h: held, r: retrieved, e: another end; with the second of each. The conversation lasts from 10 to 100.</summary>
    [Theory]
    [InlineData("p2 no-held", "r20", 0)]
    [InlineData("p2 held-twice", "h20 h30 r40", 20)]
    [InlineData("p2 retrieved-twice", "h20 r30 r40", 10)]
    [InlineData("p2 held-after-end", "h110", 0)]
    [InlineData("p2 retrieved-before-held-in-time", "h40 r30", 60)]
    [InlineData("p2 held-only", "h20", 80)]
    [InlineData("held before the answer", "h5 r20", 10)]
    [InlineData("retrieved after the end", "h90 r140", 10)]
    [InlineData("held and retrieved at once", "h20 r20", 0)]
    [InlineData("taken off and put on hold again at once", "h20 r30 h30 r40", 20)]
    [InlineData("only ends of holds, and the hold before them lost", "r20 r30 h40 r45", 5)]
    [InlineData("two holds", "h20 r30 h40 r60", 30)]
    [InlineData("held all along and never let go", "h1 h2 h3", 90)]
    public void A_hold_lies_within_the_conversation_whatever_is_missing_and_however_often_it_is_told(string called, string told, int seconds)
    {
        (int, ContactFact)[] holds = [.. told.Split(' ').Select(word => (int.Parse(word.AsSpan(1), null),
            word[0] == 'h' ? (ContactFact)new ContactHeld() : new ContactRetrieved()))];
        (int, ContactFact)[] story = [Arrived, Answered, .. holds, Ended, Wrapped];
        foreach (var order in new[] { story, [.. story.Reverse()], [.. story, .. holds] })
        {
            var contact = Fold(order);
            Assert.True((seconds * 1000L, (90 - seconds) * 1000L, 10_000L) == (contact.HoldMs, contact.TalkMs, contact.WrapMs),
                $"{called}: held {contact.HoldMs}, talked {contact.TalkMs}, wrapped {contact.WrapMs}");
        }
    }

    [Fact]
    public void However_holds_are_told_they_are_no_longer_than_the_conversation_and_the_same_in_every_order() =>
        Check.One(Tries.Of(2_000), Prop.ForAll(Holds.ToArbitrary(), told =>
        {
            (int, ContactFact)[] story = [Arrived, Answered, .. told, Ended];
            var contact = Fold(story);
            return contact.HoldMs >= 0 && contact.TalkMs >= 0 && contact.HoldMs + contact.TalkMs == 90_000
                && Fold(story.Reverse()) == contact && Fold(story.Concat(told)) == contact;
        }));

    /// <summary>A source gone mad: what is kept stays small, and is the same in every order.</summary>
    [Fact]
    public void A_thousand_holds_are_kept_in_the_space_of_a_hundred_and_are_the_same_in_every_order()
    {
        (int, ContactFact)[] told = [.. Enumerable.Range(0, 1000).Select(second => (second, second % 2 == 0 ? (ContactFact)new ContactHeld()
            : new ContactRetrieved()))];
        var (one, other) = (Fold(told), Fold(told.Reverse()));
        Assert.Equal(one, other);
        Assert.True(one.Holds!.ToString().Length < 2_000);
        Assert.Equal(one.Holds, Model.Contacts.Holds.Read(one.Holds.ToString()));
    }

    [Fact]
    public void Case_p2_moved_the_wait_runs_from_the_first_queueing()
    {
        (int, ContactFact)[] told = [(0, new ContactArrived(Channel.Phone, "First")), (10, new ContactQueued("First")),
            (100, new ContactQueued("Second")),
            (110, new ContactAnswered(null, null, "Ann")), (200, new ContactEnded()), (210, new ContactWrapped())];
        (DateTimeOffset, Fact)[] lines = [.. told.Select(line => (Start.AddSeconds(line.Item1), (Fact)line.Item2))];
        Assert.Equal([new QueueWait("First", 90_000), new QueueWait("Second", 10_000)], QueueWait.Of(Fold(told), lines.Reverse()));
        Assert.Equal((100_000L, "Second", 90_000L, 10_000L), (Fold(told).WaitMs!.Value, Fold(told).Queue, Fold(told).TalkMs, Fold(told).WrapMs));
    }

    [Fact]
    public void Case_p2_end_only_is_abandoned_at_its_end_and_says_so()
    {
        var contact = Fold([Arrived, Ended]);
        Assert.Equal((ContactState.Abandoned, 100_000L, Start.AddSeconds(100)), (contact.State, contact.WaitMs!.Value, contact.LeftAt!.Value));
        Assert.Equal(["ended-unanswered"], ContactFinding.Of(contact).Select(finding => finding.Code));
        // The answer told late was the truth after all.
        foreach (var told in new[] { [Arrived, Ended, Answered], new[] { Answered, Ended, Arrived } })
            Assert.Equal((ContactState.Wrapping, 10_000L, 90_000L), (Fold(told).State, Fold(told).WaitMs!.Value, Fold(told).TalkMs));
        Assert.Equal(ContactState.Abandoned, Fold([Arrived, Wrapped]).State);
        Assert.Equal(100_000L, Fold([Arrived, (100, new ContactAbandoned()), (130, new ContactEnded())]).WaitMs);
    }

    [Fact]
    public void Case_p2_both_counts_as_answered_and_says_so()
    {
        (int, ContactFact)[] told = [Arrived, (20, new ContactAbandoned()), (21, new ContactAnswered(null, null, "Ann")), Ended, Wrapped];
        foreach (var order in new[] { told, [.. told.Reverse()] })
        {
            var contact = Fold(order);
            Assert.Equal((ContactState.Handled, 21_000L, 79_000L), (contact.State, contact.WaitMs!.Value, contact.TalkMs));
            Assert.Equal(["answered-and-abandoned"], ContactFinding.Of(contact).Select(finding => finding.Code));
        }
    }

    /// <summary>Its handling is what is known of it; the end of the work told late counts after all.</summary>
    [Fact]
    public void Case_p2_never_wrapped_is_closed_at_its_end_in_every_order()
    {
        (int, ContactFact)[] told = [Arrived, Answered, Ended, (3_700, new ContactNeverWrapped(60))];
        foreach (var order in new[] { told, [.. told.Reverse()] })
        {
            Assert.Equal((ContactState.Handled, (long?)90_000, (long?)null), (Fold(order).State, Fold(order).HandleMs, Fold(order).WrapMs));
            Assert.Equal(["never-wrapped"], ContactFinding.Of(Fold(order)).Select(finding => finding.Code));
            var late = Fold(order.Append((4_000, new ContactWrapped())));
            Assert.Equal((3_900_000L, 0), (late.WrapMs!.Value, ContactFinding.Of(late).Count));
            Assert.Equal(late, Fold(order.Prepend((4_000, new ContactWrapped()))));
        }
    }

    [Fact]
    public void Legs_are_one_contact_in_every_order_and_a_leg_recorded_anew_takes_the_place_of_the_old()
    {
        (int, ContactFact)[] told = [Leg("a", 0, ContactState.Waiting, 1, wait: 40), Leg("b", 40, ContactState.Handled, 1, wait: 10, talk: 60),
            Leg("c", 110, ContactState.Handled, 1, wait: 90, talk: 30), Leg("b", 40, ContactState.Handled, 2, wait: 12, talk: 70),
            Leg("d", 300, ContactState.Abandoned, 1, wait: 5)];
        var whole = Fold(told);
        Assert.Equal((ContactState.Handled, 52_000L, 100_000L, 0L), (whole.State, whole.WaitMs!.Value, whole.TalkMs, whole.WrapMs));
        Check.One(Tries.Of(300), Prop.ForAll(Gen.Shuffle(told).ToArbitrary(), order => Fold(order) == whole && Fold(order.Concat(told)) == whole));
        Assert.Equal(whole.Legs, Legs.Read(whole.Legs!.ToString()));
    }

    private static (int, ContactFact) Leg(string id, int at, ContactState state, long revision, int wait, int talk = 0) =>
        (at, new ContactRecorded(Channel.Phone, $"queue {id}", null, new CustomerId(new Guid(at + 1, 0, 0, new byte[8])), state, wait * 1000L,
            talk * 1000L, 0, 0, null, $"agent {id}", null, revision, Leg: id));

    /// <summary>Where nothing says when it came, nobody knows how long it waited; as soon as that is told, it is known.</summary>
    [Fact]
    public void An_answer_of_a_contact_whose_arrival_is_not_told_has_no_known_wait()
    {
        var unknown = Fold([Answered, Ended, Wrapped]);
        Assert.Null(unknown.WaitMs);
        Assert.Equal(["wait-unknown"], ContactFinding.Of(unknown).Select(finding => finding.Code));
        Assert.Null(Fold([(5, new ContactAbandoned())]).WaitMs);
        Assert.Equal(5_000L, Fold([Answered, (5, new ContactQueued("A"))]).WaitMs);
        Assert.Equal(10_000L, Fold([Answered, Ended, Arrived]).WaitMs);
        Assert.Null(Fold([(40, new ContactQueued("B")), Answered]).WaitMs);
    }

    [Fact]
    public void A_contact_recorded_without_a_wait_has_none_that_is_known_until_one_is_recorded()
    {
        var blank = new ContactRecorded(Channel.Phone, "A", null, null, ContactState.Abandoned, 0, 0, 0, 0, null, null, null, WaitUnknown: true);
        Assert.Null(Fold([(0, blank)]).WaitMs);
        Assert.Null(Fold([(0, blank), (50, new ContactTyped("leak"))]).WaitMs);
        Assert.Equal(0L, Fold([(0, blank), (0, blank with { WaitUnknown = false })]).WaitMs);
        Assert.Equal("u", new string([.. Fold([(0, blank)]).Told!.ToString().Where(letter => letter == 'u')]));
        Assert.Equal(Fold([(0, blank)]).Told, Told.Read(Fold([(0, blank)]).Told!.ToString()));
    }

    /// <summary>As with the wait: each of them alone and all together, recorded whole or as a leg.</summary>
    [Fact]
    public void A_contact_recorded_without_talk_hold_or_work_has_none_that_is_known_and_no_handling_time()
    {
        var known = new ContactRecorded(Channel.Phone, "A", null, null, ContactState.Handled, 5_000, 60_000, 10_000, 20_000, null, "Ann", null);
        foreach (var leg in new[] { null, "leg" })
            foreach (var unknown in Enumerable.Range(0, 16).Select(flags => (Unknown)flags))
            {
                var contact = Fold([(0, known with
                {
                    Leg = leg,
                    WaitUnknown = unknown.Has(Unknown.Wait),
                    TalkUnknown = unknown.Has(Unknown.Talk),
                    HoldUnknown = unknown.Has(Unknown.Hold),
                    WrapUnknown = unknown.Has(Unknown.Wrap),
                }), (200, new ContactTyped("leak"))]);
                Assert.Equal((ContactState.Handled, unknown), (contact.State, contact.Unknown));
                Assert.Equal(unknown.Has(Unknown.Wait) ? null : 5_000L, contact.WaitMs);
                Assert.Equal(unknown.Has(Unknown.Hold) ? null : 10_000L, contact.HoldMs);
                Assert.Equal(unknown.Has(Unknown.Talk) ? null : 60_000L, contact.TalkMs);
                Assert.Equal(unknown.Has(Unknown.Wrap) ? null : 20_000L, contact.WrapMs);
                Assert.Equal(unknown is Unknown.Nothing or Unknown.Wait ? 90_000L : null, contact.HandledInMs);
                Assert.Equal(new[] { Unknown.Wait, Unknown.Talk, Unknown.Hold, Unknown.Wrap }.Where(one => unknown.Has(one))
                    .Select(one => $"{one.ToString().ToLowerInvariant()}-unknown"), ContactFinding.Of(contact).Select(finding => finding.Code));
                Assert.Equal(contact.Told, contact.Told is null ? null : Told.Read(contact.Told.ToString()));
                Assert.Equal(contact.Legs, contact.Legs is null ? null : Legs.Read(contact.Legs.ToString()));
            }
    }

    [Fact]
    public void A_conversation_that_ended_before_it_was_answered_is_not_known()
    {
        var contact = Fold([Arrived, (50, new ContactAnswered(null, null, "Ann")), (40, new ContactEnded()), (60, new ContactWrapped())]);
        Assert.Equal((ContactState.Handled, (long?)null, (long?)null), (contact.State, contact.TalkMs, contact.HandleMs));
        Assert.Equal(["ended-before-answered"], ContactFinding.Of(contact).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("requeued", "arrived 0 A, queued 10 A, queued 100 B, answered 110 Ann, ended 200, wrapped 210")]
    [InlineData("two-answers", "arrived 0 A, answered 20 Ann, answered 100 Bob, ended 200, wrapped 210")]
    [InlineData("two-ends", "arrived 0 A, answered 20 Ann, ended 100, ended 200, wrapped 210")]
    [InlineData("two-types", "arrived 0 A, typed 50 Leak, typed 100 Meter, answered 20 Ann, ended 200, wrapped 210")]
    [InlineData("two-customers", "arrived 0 A, customer 1 50, customer 2 60, answered 20 Ann, ended 200, wrapped 210")]
    [InlineData("two-wraps", "arrived 0 A, answered 20 Ann, ended 100, wrapped 150, wrapped 210")]
    [InlineData("two-arrivals", "arrived 0 A, arrived 10 A, answered 20 Ann, ended 100, wrapped 150")]
    [InlineData("held-first", "arrived 0 A, answered 20 Ann, held 50, retrieved 70, ended 100, wrapped 150")]
    [InlineData("both and again", "arrived 0 A, abandoned 15, answered 20 Ann, abandoned 18, ended 100, wrapped 150, ended 90")]
    [InlineData("at one instant", "arrived 0 A, arrived 0 B, answered 20 Ann, answered 20 Bob, typed 20 Leak, typed 20 Meter, ended 20, wrapped 20")]
    public void Case_p3_the_same_events_in_every_order_are_the_same_contact(string called, string told)
    {
        var story = told.Split(", ").Select(Read).ToArray();
        var whole = Fold(story);
        Check.One(Tries.Of(300), Prop.ForAll(Gen.Shuffle(story).ToArbitrary(), order => Fold(order) == whole && Fold(order.Concat(story)) == whole));
        Assert.NotEmpty(called);
    }

    private static (int, ContactFact) Read(string words)
    {
        var parts = words.Split(' ');
        var (second, more) = (int.Parse(parts[^(parts.Length > 2 && parts[0] != "customer" ? 2 : 1)], null), parts[^1]);
        return (second, parts[0] switch
        {
            "arrived" => new ContactArrived(Channel.Phone, more),
            "queued" => new ContactQueued(more),
            "answered" => new ContactAnswered(null, null, more),
            "typed" => new ContactTyped(more),
            "customer" => new ContactCustomerKnown(new CustomerId(new Guid(int.Parse(parts[1], null), 0, 0, new byte[8]))),
            "held" => new ContactHeld(),
            "retrieved" => new ContactRetrieved(),
            "ended" => new ContactEnded(),
            "wrapped" => new ContactWrapped(),
            _ => (ContactFact)new ContactAbandoned(),
        });
    }

    private static readonly Gen<List<(int, ContactFact)>> Holds = Gen.Choose(0, 130)
        .Zip(Gen.Elements<ContactFact>(new ContactHeld(), new ContactRetrieved())).Select(pair => (pair.Item1, pair.Item2)).ListOf();

    private static Contact Fold(IEnumerable<(int Second, ContactFact Fact)> told) => told.Aggregate((Contact?)null, (contact, next) =>
        ContactFold.Apply(contact, Entry.Of(next.Fact, Start.AddSeconds(next.Second), FactKind.Live, "test", "key", Guid.Empty, null), next.Fact))!;
}
