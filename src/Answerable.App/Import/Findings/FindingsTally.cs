using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;
using NodaTime;

namespace Answerable.App.Import.Findings;

/// <summary>Everything worth knowing of a file's rows, gathered while they are read.</summary>
internal sealed class FindingsTally
{
    private const int MostKindsOfAside = 50;
    private readonly List<(Trap Trap, TrapTally Tally)> _traps;
    private readonly OverlapTally? _overlap;
    private readonly HashSet<Guid> _contacts = [];
    private readonly SortedDictionary<string, TrapTally> _asides = new(StringComparer.Ordinal);
    private readonly TrapTally _again;

    public FindingsTally(Profile profile)
    {
        _traps = [.. profile.Traps.Select(trap => (trap, new TrapTally(trap.Code, trap.Title, trap.Treated)))];
        _overlap = profile.Overlap is { } overlap ? new OverlapTally(overlap, DateTimeZoneProviders.Tzdb[profile.Zone]) : null;
        _again = new TrapTally("contact-again", "A contact that stands in the file more than once",
            profile.Revision is null ? "One contact; where the rows differ, the last counts." : "One contact; the record last updated counts.");
    }

    public long Contacts => _contacts.Count;

    public void See(Reading reading)
    {
        if (reading.Contact is not { } contact)
            return;
        foreach (var (trap, tally) in _traps)
            if (trap.When.Holds(reading.Row))
                tally.Count(reading.Row.Line, reading.Row.Text);
        _overlap?.See(reading.Row);
        if (!_contacts.Add(contact.Subject))
            _again.Count(reading.Row.Line, reading.Row.Text);
    }

    public void SeeAside(Row row)
    {
        var kind = _asides.ContainsKey(row.Aside!) || _asides.Count < MostKindsOfAside ? row.Aside! : "others";
        if (!_asides.TryGetValue(kind, out var tally))
            _asides[kind] = tally = new TrapTally($"no-contact:{kind.ToLowerInvariant()}", $"Lines that tell of no contact: {kind}", "Left aside.");
        tally.Count(row.Line, row.Text);
    }

    public IReadOnlyList<Finding> Findings()
    {
        IEnumerable<Finding> all = _traps.Select(trap => trap.Tally.Finding());
        if (_overlap is not null)
            all = all.Append(_overlap.Finding());
        return [.. all.Append(_again.Finding()).Concat(_asides.Values.Select(aside => aside.Finding())).Where(finding => finding.Count > 0)];
    }
}
