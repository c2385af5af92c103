using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Journal;

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

    [Fact]
    public void Facts_in_any_order_come_to_the_same_contact() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Shuffle(Story).ToArbitrary(), shuffled => Fold(shuffled) == Fold(Story)));

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
        told.Aggregate((Contact?)null, (contact, next) => ContactFold.Apply(contact, EntryOf(next.Second, next.Fact), next.Fact))! with { ArrivedAt = Start };

    private static Entry EntryOf(int second, Fact fact) =>
        Entry.Of(fact, Start.AddSeconds(second), FactKind.Live, "test", second.ToString(System.Globalization.CultureInfo.InvariantCulture), Subject, null);
}
