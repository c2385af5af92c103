using System.Runtime.InteropServices;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using NodaTime;

namespace Answerable.App.Import.Findings;

/// <summary>
/// Finds services of one agent that begin before an earlier one has ended. A log is seldom in the order of its services, so all are kept
/// (32 bytes each) and looked at in order at the end.
/// </summary>
internal sealed class OverlapTally(OverlapTrap trap, DateTimeZone zone)
{
    private readonly Dictionary<string, List<Service>> _services = [];

    private readonly record struct Service(long Begins, long Ends, long Line) : IComparable<Service>
    {
        public int CompareTo(Service other) => (Begins, Ends, Line).CompareTo((other.Begins, other.Ends, other.Line));
    }

    public void See(Row row)
    {
        if (!trap.When.Holds(row) || trap.Of.Read(row) is not { } agent || trap.Begins.Read(row, zone) is not { Fault: null, Value: var begins })
            return;
        var from = begins.ToUnixTimeMilliseconds();
        ref var services = ref CollectionsMarshal.GetValueRefOrAddDefault(_services, agent, out _);
        (services ??= []).Add(new Service(from, from + (trap.Lasts.Read(row, zone).Value ?? 0), row.Line));
    }

    /// <summary>Counts each service that begins while an earlier one of the same agent still runs.</summary>
    public Finding Finding()
    {
        var tally = new TrapTally(trap.Code, trap.Title, trap.Treated);
        foreach (var (agent, services) in _services.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            services.Sort();
            var (busyUntil, with) = (services[0].Begins, services[0].Line);
            foreach (var service in services)
            {
                if (busyUntil - service.Begins > trap.Tolerance)
                    tally.Count(service.Line, $"{agent}: begins {(busyUntil - service.Begins) / 1000} s before the service of line {with} ends.");
                if (service.Ends > busyUntil)
                    (busyUntil, with) = (service.Ends, service.Line);
            }
        }
        return tally.Finding();
    }
}
