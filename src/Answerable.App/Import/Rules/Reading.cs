using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Privacy;

namespace Answerable.App.Import;

/// <summary>What a row came to: a contact, with what was repaired on the way, or the reason why there is none.</summary>
/// <param name="Nobody">Why what stands where the customer should names none.</param>
internal sealed record Reading(Row Row, RecordedContact? Contact, string? Rejected, IReadOnlyList<string> Repaired, NamesNobody? Nobody = null)
{
    /// <summary>It is rejected for a word of which nobody said what it means.</summary>
    public Wording? Unsaid { get; init; }

    public IReadOnlySet<Noticed> Noticed { get; init; } = new HashSet<Noticed>();

    /// <summary>A wait, or a time of the handling, is written and does not fit: it is not known, and not because nobody wrote it.</summary>
    public IReadOnlySet<Lasts> Unfit { get; init; } = new HashSet<Lasts>();
}

/// <summary>A contact as a row records it, before its customer is known by this centre's own id.</summary>
/// <param name="Facts">One where the row records it whole; of a part of it, what that part tells.</param>
/// <param name="CustomerReference">How the source names the customer; kept nowhere but under the customer's own key.</param>
internal sealed record RecordedContact(Guid Subject, IReadOnlyList<RecordedFact> Facts, string? CustomerReference)
{
    /// <summary>Under which other names, so many seconds off, another part of it may stand.</summary>
    public IReadOnlyList<(Guid Subject, int Seconds)> Near { get; init; } = [];

    /// <summary>The row it was read from.</summary>
    public Row? Row { get; init; }

    /// <summary>It stands in the place of what was said of the contact before this file.</summary>
    public bool Replaces { get; init; }

    public bool Begins => Facts.Any(fact => fact.Fact is ContactArrived);

    /// <summary>The same as that part has it: a second earlier or later, and no longer or shorter for it.</summary>
    public RecordedContact As(Guid subject, int seconds) =>
        this with { Subject = subject, Facts = [.. Facts.Select(fact => fact with { At = fact.At.AddSeconds(seconds) })] };

    /// <summary>The same, of a customer who was erased: it stays theirs, and makes nobody known anew.</summary>
    public RecordedContact Of(CustomerId gone) =>
        this with { CustomerReference = null, Facts = [.. Facts.Select(fact => fact with { Fact = fact.With(gone) })] };

    /// <summary>The contact whole, where the row records it so.</summary>
    public ContactRecorded? Whole => Facts[0].Fact as ContactRecorded;
}

/// <summary>The durations of a contact.</summary>
internal enum Lasts
{
    Wait,
    Talk,
    Hold,
    Wrap,
}

/// <param name="Key">The source's own name of this record.</param>
internal sealed record RecordedFact(string Key, DateTimeOffset At, ContactFact Fact)
{
    public ContactFact With(CustomerId customer) => Fact switch
    {
        ContactRecorded whole => whole with { Customer = customer },
        ContactArrived arrived => arrived with { Customer = customer },
        _ => Fact,
    };
}
