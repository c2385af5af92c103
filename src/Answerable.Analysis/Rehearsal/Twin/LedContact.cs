using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>One who comes, perhaps more than once, and what they have been given.</summary>
internal sealed class LedCustomer(int number, CustomerId id)
{
    public int Number => number;
    public CustomerId Id => id;
    public List<Given> Given { get; } = [];
    public int Came { get; set; }
}

/// <summary>A simulated contact while it goes on: its own facts, what they fold to, and the walk in hand.</summary>
internal sealed class LedContact(LedCustomer customer, ContactId id, CaseId theCase, int occasion)
{
    private readonly List<Told> _facts = [];
    private readonly Dictionary<string, int> _visits = [];

    public LedCustomer Customer => customer;
    public ContactId Id => id;
    public CaseId Case => theCase;

    /// <summary>Which of the customer's contacts it is, from 0.</summary>
    public int Occasion => occasion;
    public Contact? Folded { get; private set; }
    public Handling? Handling { get; private set; }
    public WalkState? InHand { get; private set; }
    public Minutes Minutes { get; } = new();
    public Actor? Agent { get; set; }
    public int Group { get; set; }
    public int Moves { get; set; }
    public int Referrals { get; set; }
    public LedStage Stage { get; set; }

    /// <summary>Why it closes before an outcome.</summary>
    public BreakOffReason? Reason { get; set; }

    /// <summary>The chance of this visit to the node it stands at, the same for the same customer under every version.</summary>
    public RandomStream? Chance { get; set; }

    /// <summary>What is done once the answer has come.</summary>
    public Move? Then { get; set; }
    public IReadOnlyList<Told> Facts => _facts;

    /// <summary>The walk as the journal makes it.</summary>
    public Walk? Walk => Handling?.Walk is not { } walk ? null : _facts.Aggregate((Walk?)null, (so, told) =>
        told.Fact is WalkFact fact && told.Subject == walk.Value ? WalkFold.Apply(so, walk, fact, told.At) : so);

    /// <summary>How often it has come to a node, this time included.</summary>
    public int Visit(string node) => _visits[node] = _visits.GetValueOrDefault(node) + 1;

    /// <param name="by">Who did it; the one who has the contact where nobody else is named.</param>
    public void Tell(DateTimeOffset at, Guid subject, Fact fact, PersonId? by = null)
    {
        _facts.Add(new Told(at, subject, (by ?? Agent?.Id)?.Value, fact));
        if (fact is ContactFact told)
            Folded = ContactFold.Apply(Folded, new Entry(at, FactKind.Simulated, Told.Source, "", id.Value, null, "", ""), told);
    }

    /// <summary>What was done at the desk: the facts, how the contact stands, and the walk in hand again.</summary>
    public void Follow(HandlingTurn turn, CompiledChart chart, DateTimeOffset at)
    {
        Handling = turn.Handling;
        foreach (var (subject, fact) in turn.Facts)
            Tell(at, subject, fact);
        if (turn.Walks.Count > 0)
            InHand = WalkState.Of(chart, turn.Walks[^1]);
    }

    public void Follow(Minutes minutes, DateTimeOffset at)
    {
        foreach (var fact in minutes.Facts)
            Tell(at, Handling!.Walk!.Value.Value, fact);
    }
}

/// <summary>A fact of a rehearsal, as it will stand in its journal.</summary>
public readonly record struct Told(DateTimeOffset At, Guid Subject, Guid? Actor, Fact Fact)
{
    public const string Source = "rehearsal";
}

/// <summary>A referral from a contact, and when it was asked.</summary>
internal sealed record AskedFrom(int Slot, Command.OpenReferral Open, Role To, double At)
{
    /// <summary>Who has taken it up, and of which group.</summary>
    public Actor? By { get; set; }
    public int Group { get; set; }
}

internal enum LedStage
{
    Walking,
    Wrapping,
}
