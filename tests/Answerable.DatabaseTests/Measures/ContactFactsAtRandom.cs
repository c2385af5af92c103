using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.DatabaseTests.Measures;

/// <summary>Contact facts as a careless world delivers them: out of order, revised, moved in time, given another customer.</summary>
internal sealed class ContactFactsAtRandom(Dice dice)
{
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private int _key;

    public List<Entry> Some(int most) => [.. Enumerable.Range(0, 1 + dice.Below(most)).Select(_ => One())];

    private Entry One()
    {
        var contact = new Guid(dice.Below(60), 0, 0, 0, 0, 0, 0, 0, 0, 0, 9);
        var at = Start.AddDays(dice.Below(40)).AddMinutes(dice.Below(90)).AddMilliseconds(dice.Below(60_000));
        return Entry.Of(Fact(), at, dice.Of(FactKind.Live, FactKind.Live, FactKind.Imported, FactKind.Demo), dice.Of("desk", "api:phones"),
            $"fact {++_key}", contact, null);
    }

    private ContactFact Fact() => dice.Below(9) switch
    {
        0 => new ContactArrived(Channel(), Queue(), Reason(), Customer()),
        1 => new ContactAnswered(null, Team(), dice.Of("Ann", "Bob")),
        2 => new ContactWrapped(),
        3 => new ContactCustomerKnown(Customer() ?? CustomerOf(1)),
        4 => new ContactTyped(Reason() ?? "billing"),
        5 => new ContactAbandoned(),
        6 when dice.Below(5) == 0 => new ContactExcluded("test call"),
        _ => Recorded(),
    };

    private ContactRecorded Recorded() => new(
        Channel(), Queue(), Reason(), Customer(), dice.Of(ContactState.Handled, ContactState.Handled, ContactState.Abandoned, ContactState.Waiting),
        dice.Below(120_000), dice.Below(400_000), dice.Below(20_000), dice.Below(60_000), null, dice.Of("Ann", "Bob", "Cy"), Team(),
        Revision: dice.Below(4), Resolved: dice.Of<bool?>(true, false, null));

    private Model.Contacts.Channel Channel() => dice.Of(Model.Contacts.Channel.Phone, Model.Contacts.Channel.Email);
    private string Queue() => dice.Of("council tax", "water");
    private string? Reason() => dice.Of("billing", "leak", null);
    private TeamId? Team() => dice.Of<TeamId?>(new TeamId(new Guid(1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0)), null);
    private CustomerId? Customer() => dice.Below(4) is var number and > 0 ? CustomerOf(number) : null;
    private static CustomerId CustomerOf(int number) => new(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7));
}
