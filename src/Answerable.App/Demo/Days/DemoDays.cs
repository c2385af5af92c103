using Answerable.App.Privacy;
using Answerable.Model.Contacts;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Days;

/// <summary>
/// The demo centre's days, one after another. Pure: a seed and a first day give the same days always; each purpose has its own
/// named stream per day. Customers whose matter was not settled come again on later days.
/// </summary>
/// <param name="improvedFrom">From when a contact type's present procedure has been in force; before, an earlier one was.</param>
internal sealed class DemoDays(long seed, IReadOnlyDictionary<string, DateOnly> improvedFrom, LocalDays clock)
{
    private readonly StreamSource _chance = new(seed);
    private readonly Dictionary<DateOnly, List<(string Queue, Comer Who)>> _returns = [];
    private readonly Dictionary<string, List<Comer>> _left = Demands.All.ToDictionary(demand => demand.Queue, _ => new List<Comer>());

    public IEnumerable<DemoDay> From(DateOnly first, DateOnly last)
    {
        var rota = new Rota(_chance);
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return On(day, rota);
    }

    /// <summary>What still waits after the last of the days, oldest first.</summary>
    public IEnumerable<(Demand Demand, Comer Who)> Waiting =>
        _left.SelectMany(pair => pair.Value.Select(who => (Demands.Of(pair.Key), who))).OrderBy(pair => pair.who.At);

    private DemoDay On(DateOnly day, Rota rota)
    {
        var (contacts, presences) = (new List<DemoContact>(), new List<DemoPresence>());
        foreach (var demand in Demands.All)
        {
            var workers = rota.Of(demand, day);
            var queueDay = Begun(day, demand, workers);
            queueDay.Run();
            contacts.AddRange(queueDay.Contacts);
            _left[demand.Queue] = queueDay.Left.ConvertAll(coming => coming with { At = coming.At - LocalDays.Ms });
            presences.AddRange(workers.SelectMany(worker => DayOfPresence.Of(worker, day, clock)));
            ComeAgain(day, demand, queueDay.Contacts);
        }
        _returns.Remove(day);
        return new DemoDay(day, [.. contacts.OrderBy(contact => contact.ArrivedAt)], [.. presences.OrderBy(presence => presence.At)]);
    }

    private QueueDay Begun(DateOnly day, Demand demand, IReadOnlyList<Worker> workers)
    {
        var queueDay = new QueueDay(day, clock, demand, workers, _chance.Stream($"{demand.Queue}/serving", day.DayNumber), type =>
            !improvedFrom.TryGetValue(type, out var from) || day >= from);
        foreach (var coming in _left[demand.Queue].Concat(FirstArrivals.On(day, demand, _chance)))
            queueDay.Join(coming);
        foreach (var (queue, who) in _returns.GetValueOrDefault(day) ?? [])
            if (queue == demand.Queue)
                queueDay.Join(who);
        return queueDay;
    }

    private void ComeAgain(DateOnly day, Demand demand, IEnumerable<DemoContact> contacts)
    {
        var chance = _chance.Stream($"{demand.Queue}/returns", day.DayNumber);
        foreach (var contact in contacts.Where(contact => contact is { Agent: not null, Customer: not null }))
        {
            if (!chance.Chance(contact.Resolved ? HandlingLaw.ReturnsResolved : HandlingLaw.ReturnsUnresolved))
                continue;
            var on = OpenAfter(day.AddDays(chance.Below(6)), demand);
            var (from, to) = demand.HoursOf(on);
            var at = (long)((from + (to - from) * chance.NextUniform()) * 3_600_000);
            if (!_returns.TryGetValue(on, out var coming))
                _returns.Add(on, coming = []);
            coming.Add((demand.Queue, new Comer($"{contact.Key}/return", at, contact.Channel, contact.Type, contact.Customer!.Value)));
        }
    }

    private static DateOnly OpenAfter(DateOnly day, Demand demand)
    {
        do
            day = day.AddDays(1);
        while (demand.Mean(day) == 0);
        return day;
    }
}
