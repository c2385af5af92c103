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
        Assert.Equal((20_000, 90_000, 30_000, 30_000), (contact.WaitMs, contact.TalkMs, contact.HoldMs, contact.WrapMs));
    }

    /// <summary>A transfer: the wait is over with the first answer, whoever has the contact afterwards, and however late the first is told.</summary>
    [Fact]
    public void A_transfer_told_backwards_waited_for_its_first_answer_and_is_with_the_last_agent()
    {
        (int, ContactFact)[] transfer = [(0, new ContactArrived(Channel.Phone, "bins")), (20, new ContactAnswered(null, null, "ANN")), (60, new ContactAnswered(null, null, "BOB"))];
        foreach (var told in new[] { transfer, [.. transfer.Reverse()] })
        {
            var contact = Fold(told);
            Assert.Equal((20_000L, "BOB"), (contact.WaitMs, contact.AgentName));
        }
    }

    [Fact]
    public void Facts_in_any_order_come_to_the_same_contact() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
        Stories.ToArbitrary(), story => Prop.ForAll(Gen.Shuffle(story.ToArray()).ToArbitrary(), shuffled => Fold(shuffled) == Fold(story))));

    [Fact]
    public void A_contact_put_down_after_each_fact_and_taken_up_again_is_the_same() => Check.QuickThrowOnFailure(Prop.ForAll(
        Stories.ToArbitrary(), story => story.Aggregate((Contact?)null, (contact, next) => PutDown(ContactFold.Apply(contact, EntryOf(next.Second, next.Fact), next.Fact))) == Fold(story)));

    private static Contact PutDown(Contact contact) => contact with { Told = contact.Told is { } told ? Told.Read(told.ToString()) : null };

    /// <summary>Everything that may be told of a contact, some of it several times, some at the same second, and sometimes without an arrival.</summary>
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
        new ContactQueued("bins"), new ContactQueued("back"), new ContactAnswered(null, null, "ANN"), new ContactAnswered(null, null, "BOB"), new ContactHeld(),
        new ContactRetrieved(), new ContactEnded(), new ContactWrapped(), new ContactAbandoned(), new ContactTyped("leak"), new ContactTyped("bill"),
        new ContactCustomerKnown(Customer(1)), new ContactCustomerKnown(Customer(3)), new ContactGuided(new ProcedureId(Subject), 1), new ContactGuided(new ProcedureId(Subject), 12),
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
        Assert.Equal((ContactState.Abandoned, 43_000L, 0L), (contact.State, contact.WaitMs, contact.TalkMs));
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
        Entry.Of(fact, Start.AddSeconds(second), FactKind.Live, "test", second.ToString(System.Globalization.CultureInfo.InvariantCulture), Subject, null);
}
