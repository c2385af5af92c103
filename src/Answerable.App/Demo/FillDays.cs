using Answerable.App.Demo.Days;
using Answerable.App.Demo.Walks;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo;

/// <summary>The days up to now, told to the journal in large pieces.</summary>
internal sealed class FillDays(Writer writer, DemoGuides guides, DemoMoments moments)
{
    private const int Piece = 2_000;
    private const int LettersWaiting = 6;

    /// <param name="ToLead">Contacts that have arrived and are yet to be led through their procedures.</param>
    /// <param name="LastPresences">What each person last said they were doing.</param>
    internal sealed record Filled(int Count, IReadOnlyList<DemoContact> ToLead, IReadOnlyDictionary<string, DemoPresence> LastPresences);

    public async Task<Filled> RunAsync(StreamSource chance, Action<string> say, CancellationToken stop)
    {
        var generator = new DemoDays(chance.Seed, moments.Improved, moments.Clock);
        var days = generator.From(moments.FirstDay, moments.LastDay).ToList();
        var over = days.SelectMany(day => day.Contacts).Where(contact => contact.OverAt <= moments.Stage).ToList();
        var lead = GuidedContacts.Choose(over, moments);
        var led = lead.Select(contact => contact.Key).ToHashSet();
        var entries = new DemoEntries(guides);
        foreach (var day in days)
        {
            var lines = day.Contacts.Where(contact => contact.OverAt <= moments.Stage && !led.Contains(contact.Key)).Select(entries.Of)
                .Concat(day.Presences.Where(presence => presence.At <= moments.Stage).Select(DemoEntries.Of));
            foreach (var piece in lines.Chunk(Piece))
                await writer.AppendAsync(piece, stop: stop);
            if (day.Day.DayNumber % 15 == 0)
                say($"Contacts up to {day.Day:d MMMM} are in.");
        }
        await writer.AppendAsync([.. lead.Concat(Letters(days, generator)).SelectMany(DemoEntries.Arrived)], stop: stop);
        return new Filled(over.Count, lead, days.SelectMany(day => day.Presences).Where(presence => presence.At <= moments.Stage)
            .GroupBy(presence => presence.Person.Name).ToDictionary(of => of.Key, of => of.Last()));
    }

    /// <summary>Letters and mails that have come and that nobody has opened.</summary>
    private IEnumerable<DemoContact> Letters(IReadOnlyList<DemoDay> days, DemoDays generator)
    {
        var today = days[^1].Contacts.Where(contact =>
            contact.Demand.PatienceSeconds is null && contact.ArrivedAt.AddMilliseconds(contact.WaitMs) > moments.Stage);
        var tomorrow = generator.Waiting.Select(left => new DemoContact(
            left.Who.Key, moments.Clock.At(moments.LastDay.AddDays(1), left.Who.At), left.Demand, left.Who.Channel, left.Who.Type, left.Who.Customer,
                ContactState.Waiting, 0));
        return today.Concat(tomorrow).Where(contact => contact.ArrivedAt <= moments.Stage).OrderBy(contact => contact.ArrivedAt).Take(LettersWaiting);
    }
}
