using Answerable.Model.Contacts;
using Answerable.Model.Import;

namespace Answerable.App.Import.Profiles;

/// <summary>A field whose column holds words, each of which says one of a few things. What a word says is given by the mapping, or it is one of the
/// usual words; a word of which nobody said it is asked about, and never guessed at.</summary>
/// <param name="Field">The field, as <see cref="GenericMapping.Fields"/> names it.</param>
/// <param name="Key">What a mapping file and the command line call its words.</param>
/// <param name="Says">What such a column tells, as a sentence says it.</param>
/// <param name="Meanings">What a word may say.</param>
/// <param name="Usual">The words known, by what they say.</param>
public sealed record Wording(string Field, string Key, string Says, IReadOnlyList<string> Meanings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Usual)
{
    public const string Handled = "handled";
    public const string Abandoned = "abandoned";
    public const string Excluded = "excluded";
    public const string Inbound = "inbound";
    public const string Outbound = "outbound";
    public const string Callback = "callback";
    public const string Internal = "internal";

    /// <summary>Rows with such a word are rejected, and meant to be.</summary>
    public const string Rejected = "rejected";

    public static readonly IReadOnlyList<string> ChannelNames = [.. Enum.GetValues<Channel>().Select(NameOf)];

    public static readonly Wording Outcome = new("outcome", "outcomes", "how a contact ended", [Handled, Abandoned, Excluded, Rejected],
        new Dictionary<string, IReadOnlyList<string>>
        {
            [Handled] = OutcomeWords.Handled,
            [Abandoned] = OutcomeWords.Abandoned,
            [Excluded] = OutcomeWords.Excluded,
        });

    public static readonly Wording Channel = new("channel", "channels", "how a contact came", [.. ChannelNames, Rejected],
        ChannelWords.Of.ToDictionary(known => NameOf(known.Key), known => known.Value));

    public static readonly Wording Direction = new("direction", "directions", "who began a contact",
        [Inbound, Outbound, Callback, Internal, Rejected],
        new Dictionary<string, IReadOnlyList<string>>
        {
            [Inbound] = DirectionWords.Inbound,
            [Outbound] = DirectionWords.Outbound,
            [Callback] = DirectionWords.Callback,
            [Internal] = DirectionWords.Internal,
        });

    public static readonly IReadOnlyList<Wording> All = [Outcome, Channel, Direction];

    public static string NameOf(Channel channel) => channel.ToString().ToLowerInvariant();
}
