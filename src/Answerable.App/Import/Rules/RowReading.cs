using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Privacy;
using NodaTime;

namespace Answerable.App.Import;

/// <summary>Reads rows by a profile's declaration.</summary>
internal sealed class RowReading(Profile profile, DateTimeOffset latest)
{
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[profile.Zone];

    public Reading Read(Row row)
    {
        if (row.Fault is not null)
            return new(row, null, row.Fault, []);
        var doubts = new Doubts();
        var identity = Identity(row, doubts);
        var at = doubts.Settle(profile.Arrived.Read(row, _zone));
        if (doubts.Fault is null && (at < Earliest || at > latest))
            doubts.Fault = $"It arrived on {at:yyyy-MM-dd HH:mm} UTC: before 1970 or in the future.";
        var revision = profile.Revision is { } written ? doubts.Settle(written.Read(row, _zone)).ToUnixTimeMilliseconds() : 0;
        var fact = Fact(row, doubts, revision);
        var named = profile.Customer.Read(row);
        var nobody = named is null ? null : CustomerReference.Nobody(named);
        if (nobody is NamesNobody.Rounded && profile.TakesRounded)
            nobody = null;
        if (nobody is NamesNobody.Card)
            doubts.Repairs.Add("The customer's number reads as a card number: taken without a customer.");
        return doubts.Fault is { } fault
            ? new(row, null, fault, []) { Unsaid = doubts.Unsaid }
            : new(row, new(Ids.Of(profile.Source, Journey(row) ?? identity), Facts(row, identity, revision, at, fact!),
                nobody is null ? named : null)
            { Near = Near(row), Row = row },
                null, doubts.Repairs, nobody)
            { Noticed = doubts.Noticed, Unfit = doubts.Unfit };
    }

    private IReadOnlyList<RecordedFact> Facts(Row row, string identity, long revision, DateTimeOffset at, ContactRecorded whole) =>
        profile.Parts is { } parts && parts.Holds.Holds(row)
            ? [.. PartsOf(whole, at, parts.Begins.Holds(row)).Select(part => new RecordedFact(
                string.Create(CultureInfo.InvariantCulture, $"{Named(identity)}~{part.Name}@{part.At.ToUnixTimeMilliseconds()}"),
                part.At, part.Fact))]
            : [new(Key(row, identity, revision), at, whole)];

    /// <summary>What a part of a contact tells, as events: told after one another, in either order, two parts come to the whole.</summary>
    private static IEnumerable<(string Name, DateTimeOffset At, ContactFact Fact)> PartsOf(ContactRecorded told, DateTimeOffset at, bool begins)
    {
        if (begins)
            yield return ("arrived", at, new ContactArrived(told.Channel, told.Queue, told.Type));
        var queued = at.AddMilliseconds(told.BeforeQueueMs);
        var (over, ended) = (queued.AddMilliseconds(told.WaitMs), queued.AddMilliseconds(told.WaitMs + told.TalkMs + told.HoldMs));
        yield return ("queued", queued, new ContactQueued(told.Queue));
        if (told.State is ContactState.Abandoned)
            yield return ("abandoned", over, new ContactAbandoned());
        if (told.State is ContactState.Handled or ContactState.Talking)
            yield return ("answered", over, new ContactAnswered(null, null, told.AgentName));
        if (told.State is not ContactState.Handled)
            yield break;
        yield return ("ended", ended, new ContactEnded());
        yield return ("wrapped", ended.AddMilliseconds(told.WrapMs), new ContactWrapped());
    }

    private IReadOnlyList<(Guid, int)> Near(Row row) =>
        profile.Rounded is { } column && decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var second)
            ? [.. new[] { -1, 1 }.Select(off => (Ids.Of(profile.Source, string.Join('/', profile.Identity
                .Select(named => named == column ? (second + off).ToString(CultureInfo.InvariantCulture) : row[named]))), off))]
            : [];

    /// <summary>The contact whose leg the row records, where it is recorded leg by leg.</summary>
    private string? Journey(Row row) => profile.Alone is { } alone && alone.Holds(row) ? null
        : profile.Journey.Select(column => row[column]).FirstOrDefault(named => named is not null);

    private string Identity(Row row, Doubts doubts)
    {
        if (profile.Identity.FirstOrDefault(column => row[column] is null) is { } missing)
            doubts.Fault ??= $"{row.Says(missing)}: without it the contact has no name of its own.";
        if (profile.NeverRounded && profile.Identity.FirstOrDefault(column => row[column] is { } name
            && CustomerReference.Nobody(name) is NamesNobody.Rounded) is { } rounded)
            doubts.Fault ??= $"{row.Says(rounded)}, which a spreadsheet has rounded: write the column as text to keep its digits.";
        return string.Join('/', profile.Identity.Select(column => row[column]));
    }

    private ContactRecorded? Fact(Row row, Doubts doubts, long revision)
    {
        if (profile.Rejects.FirstOrDefault(reject => reject.When.Holds(row)) is { } rejected)
        {
            doubts.Unsaid = doubts.Fault is null ? rejected.Unsaid : null;
            doubts.Fault ??= $"{row.Says(rejected.Column)}: {rejected.Why}";
            return null;
        }
        if (profile.Outcomes.FirstOrDefault(outcome => outcome.When.Holds(row)) is not { When: not null, State: var state })
        {
            doubts.Fault ??= $"{string.Join(", ", profile.OutcomeColumns.Select(row.Says))}: no outcome the profile knows.";
            return null;
        }
        var (handled, answered) = (state == ContactState.Handled, state is ContactState.Handled or ContactState.Talking);
        var wait = Lasted(Lasts.Wait, profile.Wait);
        var (talk, hold, wrap) = handled
            ? (Lasted(Lasts.Talk, profile.Talk), Lasted(Lasts.Hold, profile.Hold), Lasted(Lasts.Wrap, profile.Wrap)) : (0, 0, 0);
        return new ContactRecorded(
            profile.Channels.First(channel => channel.When.Holds(row)).Channel,
            profile.Queue.Kept(row) ?? "",
            profile.Type.Kept(row),
            Customer: null,
            state,
            WaitMs: wait ?? 0,
            TalkMs: talk ?? 0,
            HoldMs: hold ?? 0,
            WrapMs: wrap ?? 0,
            Agent: null,
            answered ? profile.Agent.Kept(row) : null,
            Team: null,
            revision,
            BeforeQueueMs: doubts.Settle(profile.BeforeQueue.Read(row, _zone)) ?? 0,
            WaitUnknown: wait is null && state is not ContactState.Excluded,
            Direction: profile.Directions.FirstOrDefault(direction => direction.When.Holds(row)).Direction,
            Leg: profile.Journey.Count == 0 ? null : Named(string.Join('/', profile.Identity.Select(column => row[column]))),
            TalkUnknown: talk is null,
            HoldUnknown: hold is null,
            WrapUnknown: wrap is null);

        long? Lasted(Lasts which, Lasting time)
        {
            var taken = time.Read(row, _zone);
            if (taken.Noticed is Noticed.Misfits)
                doubts.Unfit.Add(which);
            return doubts.Settle(taken);
        }
    }

    /// <summary>
    /// Names this record of the contact: by its revision, or by what it says, so that a corrected row counts and the same row does not
    /// count twice. A name that could be read as a card number is not written.
    /// </summary>
    private string Key(Row row, string identity, long revision)
    {
        var named = Named(identity);
        return profile.Revision is null
            ? $"{named}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Text)).AsSpan(0, 8))}"
            : string.Create(CultureInfo.InvariantCulture, $"{named}@{revision}");
    }

    private string Named(string identity) => CardMask.Holds(identity) || identity.Length > 120 || Readable.Of(identity) != identity
        ? Ids.Of(profile.Source, identity).ToString("N") : identity;
}
