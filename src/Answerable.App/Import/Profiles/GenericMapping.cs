using System.Text.Json.Serialization;
using Answerable.Model.Contacts;
using Answerable.Model.Import;

namespace Answerable.App.Import.Profiles;

/// <summary>How the user says the columns of their own file are to be read.</summary>
public sealed record GenericMapping
{
    public static readonly IReadOnlyList<string> DateOrders = ["iso", "day-first", "month-first", "epoch", "epoch-ms", "serial"];
    public static readonly IReadOnlyList<string> DecimalMarks = ["point", "comma"];

    public static readonly IReadOnlyDictionary<string, DurationUnit> UnitNames = new Dictionary<string, DurationUnit>
    {
        ["seconds"] = DurationUnit.Seconds,
        ["milliseconds"] = DurationUnit.Milliseconds,
        ["minutes"] = DurationUnit.Minutes,
        ["hours"] = DurationUnit.Hours,
        ["days"] = DurationUnit.Days,
        ["h:mm"] = DurationUnit.HoursAndMinutes,
    };

    /// <summary>The ways in which people are answered the next day, and wait longer than anybody does at a telephone.</summary>
    internal static readonly IReadOnlyList<string> OverDays = [.. Enum.GetValues<Channel>()
        .Where(way => way is not (Model.Contacts.Channel.Phone or Model.Contacts.Channel.Chat or Model.Contacts.Channel.Visit))
        .Select(Wording.NameOf)];

    /// <summary>How the file's characters are written, such as utf-8 or windows-1252; none where its bytes say so.</summary>
    public string? Encoding { get; init; }

    /// <summary>Which system's numbers these are, where several are brought in that count each for itself; empty for the one.</summary>
    public string System { get; init; } = "";

    /// <summary>What parts the columns; none where the file's own lines show it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The line of the heading: 0 where there is none, and nothing said where it is the first that names the columns.</summary>
    public int? Heading { get; init; }

    /// <summary>IANA name of the zone of the file's clocks, such as a centre's own; empty for the zone of this centre.</summary>
    public string Zone { get; init; } = "";

    /// <summary><c>iso</c> 2026-10-09 18:30:00, <c>day-first</c> 09/10/2026 18:30, <c>month-first</c> 10/09/2026 18:30, <c>epoch</c> seconds since
    /// 1970, <c>serial</c> a spreadsheet's days; empty where the values can be read in one way only.</summary>
    public string Dates { get; init; } = "";

    /// <summary><c>point</c> 12.5 or <c>comma</c> 12,5; empty where the values say it.</summary>
    public string Decimals { get; init; } = "";

    /// <summary>What a number alone counts, by the field it is of: see <see cref="UnitNames"/>; proposed from heading and values where nobody said.
    /// </summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();

    /// <summary>From what came that which nobody said, by the field whose unit it is, or as "decimals" and "dates": see <see cref="ProposedBy"/>.
    /// None before the file has been looked at.</summary>
    public IReadOnlyDictionary<string, string>? Proposed { get; init; }

    /// <summary>Only what somebody said of it.</summary>
    public GenericMapping Said() => Proposed is not { } proposed ? this : this with
    {
        Units = Units.Where(pair => !proposed.ContainsKey(pair.Key)).ToDictionary(),
        Decimals = proposed.ContainsKey("decimals") ? "" : Decimals,
        Dates = proposed.ContainsKey("dates") ? "" : Dates,
        Proposed = null,
    };

    /// <summary>Columns by what they hold: see <see cref="Fields"/>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of the outcome column by which a contact was handled, abandoned, or none at all, beside those that are known.</summary>
    public IReadOnlyList<string> Handled { get; init; } = [];
    public IReadOnlyList<string> Abandoned { get; init; } = [];
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Words whose rows are rejected, and meant to be.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    /// <summary>What words of the channel column say, and of the direction column, beside those that are known: see <see cref="Wording"/>.</summary>
    public IReadOnlyDictionary<string, string> Channels { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Directions { get; init; } = new Dictionary<string, string>();

    /// <summary>How contacts came where no column says it, or its cell is blank.</summary>
    public string Channel { get; init; } = Wording.NameOf(Model.Contacts.Channel.Phone);

    [JsonIgnore]
    public IReadOnlyList<string> UnitColumns =>
        [.. Fields.Where(known => known.Lasts && Columns.ContainsKey(known.Name)).Select(known => known.Name)];

    /// <summary>What the mapping itself says of the words of a column.</summary>
    public IReadOnlyDictionary<string, string> Said(Wording wording) => wording == Wording.Channel ? Channels
        : wording == Wording.Direction ? Directions
        : new[] { Handled, Abandoned, Excluded, Rejected }.Zip(Wording.Outcome.Meanings, (words, meaning) => words.Select(word => (word, meaning)))
            .SelectMany(pairs => pairs).GroupBy(pair => pair.word).ToDictionary(same => same.Key, same => same.First().meaning);

    /// <summary>With other words said of a column.</summary>
    public GenericMapping Saying(Wording wording, IReadOnlyDictionary<string, string> words)
    {
        return wording == Wording.Channel ? this with { Channels = words }
            : wording == Wording.Direction ? this with { Directions = words }
            : this with
            {
                Handled = Of(Wording.Handled),
                Abandoned = Of(Wording.Abandoned),
                Excluded = Of(Wording.Excluded),
                Rejected = Of(Wording.Rejected),
            };

        string[] Of(string meaning) => [.. words.Where(pair => pair.Value == meaning).Select(pair => pair.Key)];
    }

    /// <summary>What it says of its columns' words.</summary>
    public IEnumerable<(Wording Wording, string Word, string Meaning)> WordsSaid() =>
        Wording.All.SelectMany(wording => Said(wording).Select(pair => (wording, pair.Key, pair.Value)));

    public GenericMapping WithoutWords() => WithoutWords(_ => true);

    public GenericMapping WithoutWords(Func<string, bool> of) => Wording.All.Aggregate(this, (mapping, wording) =>
        mapping.Saying(wording, mapping.Said(wording).Where(pair => !of(pair.Key)).ToDictionary()));

    /// <summary>With the words of another, where this says nothing of them.</summary>
    public GenericMapping Beside(GenericMapping? other) => other is null ? this : Wording.All.Aggregate(this, (mapping, wording) =>
        mapping.Saying(wording, mapping.Said(wording).Concat(other.Said(wording)).GroupBy(pair => pair.Key)
            .ToDictionary(same => same.Key, same => same.First().Value)));

    public static readonly IReadOnlyList<GenericField> Fields =
    [
        new("id", "Contact number", "Names the contact for good; the same number again is the same contact.", Needed: true),
        new("arrived", "Arrived at", "Date and time the contact came in, or the date where the time stands in a column of its own.", Needed: true),
        new("arrived-time", "Arrived: time", "The time, where date and time stand in two columns."),
        new("answered", "Answered at", "Date and time an agent answered; empty when none did."),
        new("answered-time", "Answered: time", "The time; without a date of its own, on the day the contact arrived or after midnight."),
        new("ended", "Ended at", "Date and time the conversation ended."),
        new("ended-time", "Ended: time", "The time; without a date of its own, on the day the contact arrived or after midnight."),
        new("wait", "Wait", "How long in the queue; left out, it is answered less arrived.", Lasts: true),
        new("talk", "Talk", "How long the conversation took; left out, it is ended less answered.", Lasts: true),
        new("hold", "Hold", "How long on hold; a blank is not known, and no column at all counts as none.", Lasts: true),
        new("wrap", "After-contact work",
            "How long the work behind the contact took; a blank is not known, and no column at all counts as none.", Lasts: true),
        new("outcome", "Outcome", "How it ended, in words; left out, a contact answered was handled and any other abandoned."),
        new("queue", "Queue", "The queue it waited in."),
        new("type", "Contact type", "What it was about."),
        new("channel", "Channel", "How it came, in words; left out, all came in the one way chosen below."),
        new("direction", "Direction", "Who began it, in words: the customer, the centre, or colleagues among themselves; left out, the customer."),
        new("customer", "Customer", "The customer's number or address; kept only under the customer's own key."),
        new("agent", "Agent", "Who answered."),
    ];
}

/// <summary>One property of a contact that a column may hold.</summary>
/// <param name="Lasts">It is a duration, whose unit can be chosen.</param>
public sealed record GenericField(string Name, string Title, string About, bool Needed = false, bool Lasts = false);
