using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>What has become of the contacts of one run.</summary>
internal sealed class LedOutcome
{
    private readonly List<Told> _facts = [];
    private readonly Dictionary<Role, int> _asked = [];
    private readonly Dictionary<Role, (int Count, double Waited)> _taken = [];

    public List<Contact> Contacts { get; } = [];

    /// <summary>Every fact in the order of its instant.</summary>
    public IReadOnlyList<Told> Facts => [.. _facts.OrderBy(told => told.At)];

    /// <summary>Referrals nobody was there to take.</summary>
    public int Unanswered { get; set; }

    public void Keep(LedContact contact)
    {
        Contacts.Add(contact.Folded!);
        _facts.AddRange(contact.Facts);
    }

    public void Asked(Role to) => _asked[to] = _asked.GetValueOrDefault(to) + 1;

    public void Taken(Role by, double waited)
    {
        var (count, sum) = _taken.GetValueOrDefault(by);
        _taken[by] = (count + 1, sum + waited);
    }

    /// <summary>How many were put to a role.</summary>
    public int AskedOf(Role role) => _asked.GetValueOrDefault(role);

    /// <summary>How many people of a role took, and how long those had waited together.</summary>
    public (int Count, double Waited) TakenBy(Role role) => _taken.GetValueOrDefault(role);
}
