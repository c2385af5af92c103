using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;
using Answerable.Model.Privacy;
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
    private readonly List<(Func<Reading, bool> When, TrapTally Tally)> _ofAll =
    [
        (reading => reading.Contact!.Whole is { WaitUnknown: true, State: not ContactState.Excluded }, new("wait-unknown", "No wait is written",
            "The wait is not known: service level, speed of answer, patience and short abandons leave the contact out.")),
        (reading => reading.Nobody is NamesNobody.Withheld, new("customer-withheld", "The customer's number was withheld, or is not known",
            "Taken without a customer: each is somebody else's.")),
        (reading => reading.Nobody is NamesNobody.Rounded, new("customer-rounded", "The customer's number was rounded by a spreadsheet",
            "Taken without a customer: write the column as text to keep its digits.")),
        (reading => reading.Nobody is NamesNobody.Card, new("customer-card", "The customer's number reads as a card number, or as its mask",
            "Taken without a customer: a telephone number begins with + or tel:.")),
        (reading => reading.Contact!.Whole is null, new("part-of-a-call", "Only a part of the contact is in this file",
            "Taken as far as it goes; the file with the other part makes it whole, whichever comes first.")),
    ];

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
        foreach (var (when, tally) in _ofAll)
            if (when(reading))
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
        return [.. all.Concat(_ofAll.Select(one => one.Tally.Finding())).Append(_again.Finding())
            .Concat(_asides.Values.Select(aside => aside.Finding())).Where(finding => finding.Count > 0)];
    }
}
