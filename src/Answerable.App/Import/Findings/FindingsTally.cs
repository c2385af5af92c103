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

    /// <summary>One row says all of a call, whichever: no record is sent again, and none is of a part.</summary>
    private readonly bool _once;
    private readonly List<(Func<Reading, bool> When, TrapTally Tally)> _ofAll =
    [
        // Whom the centre itself calls waits for nobody.
        (reading => Lacks(reading, Lasts.Wait, reading.Contact!.Whole is
            { WaitUnknown: true, State: not ContactState.Excluded, Direction: not Direction.Outbound }), new("wait-unknown", "No wait is written",
            "The wait is not known: service level, speed of answer, patience and short abandons leave the contact out.")),
        (reading => Lacks(reading, Lasts.Talk, reading.Contact!.Whole is { TalkUnknown: true }), new("talk-unknown", "No talk is written",
            "The conversation is not known: talk time and handling time leave the contact out.")),
        (reading => Lacks(reading, Lasts.Hold, reading.Contact!.Whole is { HoldUnknown: true }), new("hold-unknown", "No hold is written",
            "The hold is not known: hold time and handling time leave the contact out. Write 0 where there was none, or map no column.")),
        (reading => Lacks(reading, Lasts.Wrap, reading.Contact!.Whole is { WrapUnknown: true }), new("wrap-unknown",
            "No after-contact work is written",
            "The work is not known: its time and handling time leave the contact out. Write 0 where there was none, or map no column.")),
        (reading => reading.Noticed.Contains(Noticed.Misfits), new("duration-misfits",
            "A duration that does not fit its column's unit, or is too long for such a contact",
            "It is not known, and the row says which: choose another unit if there are many.")),
        (reading => reading.Noticed.Contains(Noticed.CameTwice), new("hour-twice", "A time in the hour that came twice (the clocks went back)",
            "Of the two, the one whose durations are not negative and shortest; the first where they do not tell.")),
        (reading => reading.Noticed.Contains(Noticed.NeverWas), new("hour-never", "A time in the hour that never was (the clocks went forward)",
            "The hour after is taken.")),
        (reading => reading.Nobody is NamesNobody.Withheld, new("customer-withheld", "The customer's number was withheld, or is not known",
            "Taken without a customer: nothing tells whether two of them are the same person.")),
        (reading => reading.Nobody is NamesNobody.Rounded, new("customer-rounded", "The customer's number was rounded by a spreadsheet",
            "Taken without a customer: write the column as text to keep its digits.")),
        (reading => reading.Nobody is NamesNobody.Card, new("customer-card", "The customer's number reads as a card number, or as its mask",
            "Taken without a customer: a telephone number begins with + or tel:.")),
        (reading => reading.Contact!.Whole is null, new("part-of-a-call", "Only a part of the contact is in this file",
            "Taken as far as it goes; the file with the other part makes it whole, whichever comes first.")),
    ];

    /// <summary>Nothing is known of a duration because nothing is written: what is written and does not fit is a finding of its own.</summary>
    private static bool Lacks(Reading reading, Lasts what, bool unknown) => unknown && !reading.Unfit.Contains(what);

    public FindingsTally(Profile profile)
    {
        _traps = [.. profile.Traps.Select(trap => (trap, new TrapTally(trap.Code, trap.Title, trap.Treated)))];
        _overlap = profile.Overlap is { } overlap ? new OverlapTally(overlap, DateTimeZoneProviders.Tzdb[profile.Zone]) : null;
        _once = profile.Revision is null && profile.Parts is null && profile.Journey.Count == 0;
        _others = new TrapTally(Finding.AnotherNumber, "Rows left out: their number is another contact's",
            $"Every figure lacks them. Name the system they are of ({Profile.ByWhich(profile.Name)}), and bring the file in again.");
        _again = new TrapTally("contact-again", "A contact that stands in the file more than once",
            profile.Revision is null ? "One contact, answered if any row says so; where the rows differ otherwise, the last counts."
                : "One contact; the record last updated counts.");
    }

    private readonly List<(Wording Of, TrapTally Tally)> _unsaid = [.. Wording.All.Select(wording => (wording, new TrapTally(
        Finding.UnsaidWord + wording.Field, $"Rows left out: nobody said what their word of the {wording.Field} column means",
        $"Every figure lacks them. Say it by {wording.Key} (--{wording.Key}, or the page's card of words), and bring the file in again.")))];

    private readonly HashSet<Guid> _answered = [];
    private readonly TrapTally _rang = new("rang-elsewhere", "A row of a call that another row says was answered",
        "One call, answered: each phone that rang has a row of its own.");

    /// <summary>Whether it says only that one of several phones was not the one answered: the call was, by another row before.</summary>
    public bool RangElsewhere(Reading reading)
    {
        if (!_once || reading.Contact is not { Whole: { } whole } contact)
            return false;
        if (whole.State is ContactState.Handled)
            _answered.Add(contact.Subject);
        var elsewhere = whole.State is ContactState.Abandoned && _answered.Contains(contact.Subject);
        if (elsewhere)
            _rang.Count(reading.Row.Line, reading.Row.Text);
        return elsewhere;
    }

    public long Contacts => _contacts.Count;

    private readonly TrapTally _others;

    /// <summary>A row that bears the number of another contact; of this file, where that is so, it is none.</summary>
    public void SeeAnother(RecordedContact contact, bool ofFile)
    {
        _others.Count(contact.Row!.Line, contact.Row.Text);
        if (!ofFile)
            _contacts.Remove(contact.Subject);
    }

    public void See(Reading reading)
    {
        if (reading.Unsaid is { } wording)
            _unsaid.First(one => one.Of == wording).Tally.Count(reading.Row.Line, reading.Row.Text);
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
        return [.. _unsaid.Select(one => one.Tally.Finding()).Append(_others.Finding()).Concat(all).Concat(_ofAll.Select(one => one.Tally.Finding()))
            .Append(_again.Finding()).Append(_rang.Finding())
            .Concat(_asides.Values.Select(aside => aside.Finding())).Where(finding => finding.Count > 0)];
    }
}
