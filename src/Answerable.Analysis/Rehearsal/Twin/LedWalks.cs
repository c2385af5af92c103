using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>
/// Leads each simulated contact through the version by the rules of live work: the desk, the interpreter and the matrix decide, this only
/// says what people would do and how long they would take. Customers and what befalls them are the same under every version.
/// </summary>
internal sealed partial class LedWalks : ILedContacts
{
    /// <summary>A walk that goes round and round is broken off: nobody stays that long.</summary>
    private const int MostMoves = 300;
    private const int MostOccasions = 6;

    private readonly TwinGround _ground;
    private readonly TwinScenario _scenario;
    private readonly TwinVersion _version;
    private readonly CompiledChart _chart;
    private readonly Guide _guide;
    private readonly StreamSource _source;
    private readonly SimulatedIds _ids;
    private readonly Seats _seats;
    private readonly List<LedContact?> _contacts = [];
    private readonly List<AskedFrom?> _asked = [];
    private int _customers;

    public LedWalks(TwinGround ground, TwinScenario scenario, TwinVersion version, StreamSource source, int run)
    {
        (_ground, _scenario, _version, _source) = (ground, scenario, version, source);
        (_chart, _ids, _seats) = (CompiledChart.Of(version.Chart), new SimulatedIds(run), new Seats(scenario.Levels));
        _guide = new Guide(ground.Type, new GuideVersion(ground.Procedure, version.Number, version.Chart), []);
    }

    /// <summary>What has become of the contacts, those not over yet included once <see cref="Close"/> was called.</summary>
    public LedOutcome Outcome { get; } = new();

    public bool Leads(int type) => TwinScenario.IsWalked(type) || TwinScenario.IsAsked(type);

    public void Arrive(int slot, int type, double now)
    {
        if (TwinScenario.IsAsked(type))
            return;
        var customer = At(_contacts, slot)?.Customer ?? new LedCustomer(_customers++, _ids.Customer());
        var contact = new LedContact(customer, _ids.Contact(), _ids.Case(), customer.Came++);
        Put(_contacts, slot, contact);
        contact.Tell(Instant(now), contact.Id.Value, new ContactArrived(ChannelOf(contact), _ground.Type, _ground.Type, customer.Id));
        contact.Tell(Instant(now), contact.Id.Value, new ContactQueued(_ground.Type));
    }

    public void GiveUp(int slot, double at)
    {
        var contact = _contacts[slot]!;
        contact.Tell(Instant(at), contact.Id.Value, new ContactAbandoned());
        Outcome.Keep(contact);
        _contacts[slot] = null;
    }

    public (double Seconds, int TakenOver) TakeUp(int slot, int group, double now)
    {
        if (At(_asked, slot) is { } asked)
            return TakeUp(slot, asked, group, now);
        var contact = _contacts[slot]!;
        contact.Group = group;
        contact.Agent = _seats.Sit(group);
        var taken = Desk.Take(contact.Folded!, contact.Case, _guide, StandingOf(contact.Agent), Instant(now)).Value;
        contact.Follow(taken, _chart, Instant(now));
        return (SecondsAt(contact), ContactBook.Nobody);
    }

    public Led Next(int slot, double now)
    {
        if (At(_asked, slot) is { } asked)
            return Answer(slot, asked, now);
        var contact = _contacts[slot]!;
        if (contact.Stage == LedStage.Wrapping)
            return Over(slot, contact, now);
        if (contact.InHand!.Node is Ending || contact.Moves >= MostMoves)
            return Ended(contact, now);
        return Take(slot, contact, MoveOf(contact), now);
    }

    public void Ask(int slot, int asked)
    {
        Put(_asked, asked, _asked[slot]);
        _asked[slot] = null;
    }

    /// <summary>Those not over at the end are kept as they stand.</summary>
    public void Close()
    {
        foreach (var contact in _contacts.OfType<LedContact>().Where(contact => contact.Folded is { ClosedAt: null, LeftAt: null }).Distinct())
            Outcome.Keep(contact);
    }

    private Led Ended(LedContact contact, double now)
    {
        contact.Reason = contact.InHand!.Node is Ending ? null : BreakOffReason.OtherMatter;
        Do(contact, new HandlingMove.End(), now);
        contact.Stage = LedStage.Wrapping;
        return new Led(LedTo.GoOn, TwinScenario.Law(_ground.Wrap).Draw(ChanceOf(contact, "after-contact work", 0)));
    }

    private Led Over(int slot, LedContact contact, double now)
    {
        Do(contact, new HandlingMove.Close(contact.Reason), now);
        _seats.Rise(contact.Group, contact.Agent!);
        Outcome.Keep(contact);
        var back = contact.Occasion + 1 < MostOccasions ? Back(contact, now) : double.PositiveInfinity;
        if (!double.IsFinite(back))
            _contacts[slot] = null;
        return new Led(LedTo.Over, back);
    }

    /// <summary>Seconds until the customer comes again about the matter, at any moment of a later day; infinite where they do not.</summary>
    private double Back(LedContact contact, double now)
    {
        var (chance, repeats) = (ChanceOf(contact, "comes again", 0), _ground.Repeats);
        var (again, day, hour) = (chance.NextUniform(), chance.NextUniform(), chance.NextUniform());
        if (again >= (contact.Folded!.Resolved == true ? repeats.Resolved : repeats.Unresolved) || repeats.Days.Sum() <= 0)
            return double.PositiveInfinity;
        var days = 1 + Pick(repeats.Days, day);
        return (Math.Floor(now / TwinScenario.Day) + days) * TwinScenario.Day + _scenario.Opens + hour * (_scenario.Closes - _scenario.Opens) - now;
    }

    private void Do(LedContact contact, HandlingMove move, double now)
    {
        var guided = contact.Walk is { } walk ? new Guided(walk, _version.Chart) : null;
        var taken = Desk.Take(contact.Handling!, guided, move, StandingOf(contact.Agent!), Instant(now)).Value;
        contact.Follow(taken, _chart, Instant(now));
    }

    private DeskStanding StandingOf(Actor agent) => new(agent, agent.Name, _ids.Referral(), _ids.Walk());

    private Channel ChannelOf(LedContact contact) =>
        _ground.Channels[Pick([.. _ground.Channels.Select(channel => channel.Share)], ChanceOf(contact, "channel", 0).NextUniform())].Channel;

    private RandomStream ChanceOf(LedContact contact, string purpose, int visit) =>
        _source.Stream(purpose, unchecked((_ids.Run * 1_000_003 + contact.Customer.Number) * 31 + contact.Occasion * 7 + visit * 1_000_033));

    private DateTimeOffset Instant(double now) => _ground.From.AddMilliseconds((long)(now * 1000));

    private static int Pick(IReadOnlyList<double> weights, double luck)
    {
        var left = luck * weights.Sum();
        for (var place = 0; place < weights.Count; place++)
            if ((left -= weights[place]) < 0)
                return place;
        return weights.Count - 1;
    }

    private static T? At<T>(List<T?> slots, int slot) where T : class => slot < slots.Count ? slots[slot] : null;

    private static void Put<T>(List<T?> slots, int slot, T? what) where T : class
    {
        while (slots.Count <= slot)
            slots.Add(null);
        slots[slot] = what;
    }
}
