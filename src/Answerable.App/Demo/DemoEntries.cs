using Answerable.App.Demo.Days;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>What happened on the invented days, as lines for the journal.</summary>
internal sealed class DemoEntries(DemoGuides guides)
{
    public Entry Of(DemoContact contact)
    {
        (ProcedureId Procedure, int Version)? guide =
            contact is { Guided: true, Agent: not null } ? guides.At(contact.Type, contact.ArrivedAt) : null;
        var recorded = new ContactRecorded(
            contact.Channel, contact.Demand.Queue, contact.Type, CustomerOf(contact.Customer), contact.State,
            contact.WaitMs, contact.TalkMs, contact.HoldMs, contact.WrapMs, contact.Agent?.Id, null, contact.Agent?.TeamId
                ?? DemoTeams.IdOf(contact.Demand.Team),
            0, guide?.Procedure, guide?.Version, contact is { OutcomeKnown: true, Agent: not null } ? contact.Resolved : null);
        return Entry.Of(recorded, contact.ArrivedAt, FactKind.Demo, DemoCentre.Source, $"contact/{contact.Key}", contact.Id.Value,
            contact.Agent?.Id.Value);
    }

    public static Entry Of(DemoPresence presence) => Entry.Of(
        new PresenceChanged(presence.Person.Id, presence.From, presence.To), presence.At, FactKind.Demo, DemoCentre.Source,
        $"presence/{presence.Person.Name}/{presence.At.ToUnixTimeMilliseconds()}/{presence.To}", presence.Person.Id.Value, presence.Person.Id.Value);

    /// <summary>A contact that has come and waits, for the desk to take.</summary>
    public static IEnumerable<Entry> Arrived(DemoContact contact)
    {
        Entry Line(Fact fact, string what) =>
            Entry.Of(fact, contact.ArrivedAt, FactKind.Demo, DemoCentre.Source, $"contact/{contact.Key}/{what}", contact.Id.Value, null);
        yield return Line(new ContactArrived(contact.Channel, contact.Demand.Queue, contact.Type, CustomerOf(contact.Customer)), "arrived");
        yield return Line(new ContactQueued(contact.Demand.Queue), "queued");
    }

    public static CustomerId? CustomerOf(int? number) => number is { } known ? DemoId.Of<CustomerId>($"customer/{known}") : null;
}
