using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>What a mapped table's words come to: how a contact came, who began it, how it ended. Of a word that nobody knows the row is rejected; it
/// is never a phone call, or a customer's, in silence.</summary>
internal static class MappedWords
{
    public static IReadOnlyList<(Condition, Channel)> Channels(GenericMapping mapping) =>
        [.. Enum.GetValues<Channel>().Select(known => (Came(mapping, [Wording.NameOf(known)]), known)), (new Ever(), Channel.Phone)];

    public static IReadOnlyList<(Condition, Direction)> Directions(GenericMapping mapping) =>
        Column(mapping, Wording.Direction) is var (column, words)
        ? [(new Means(column, words, Wording.Outbound), Direction.Outbound), (new Means(column, words, Wording.Callback), Direction.Callback)] : [];

    public static IReadOnlyList<(Condition, ContactState)> Outcomes(GenericMapping mapping)
    {
        // Colleagues among themselves are nobody's contact, however it ended.
        List<(Condition, ContactState)> outcomes = Column(mapping, Wording.Direction) is var (direction, among)
            ? [(new Means(direction, among, Wording.Internal), ContactState.Excluded)] : [];
        if (Column(mapping, Wording.Outcome) is not var (column, words))
            return [.. outcomes, (Handled(mapping), ContactState.Handled), (new Ever(), ContactState.Abandoned)];
        return
        [
            .. outcomes, (Handled(mapping), ContactState.Handled),
            (new Means(column, words, Wording.Abandoned), ContactState.Abandoned),
            (new Means(column, words, Wording.Excluded), ContactState.Excluded),
        ];
    }

    public static IReadOnlyList<Reject> Rejects(GenericMapping mapping) =>
        [.. Wording.All.SelectMany(wording => Column(mapping, wording) is not var (column, words) ? [] : Rejects(mapping, wording, column, words))];

    private static IEnumerable<Reject> Rejects(GenericMapping mapping, Wording wording, string column, Meant words)
    {
        // How a talk among colleagues ended matters to nobody.
        var matters = wording == Wording.Outcome && Column(mapping, Wording.Direction) is var (direction, among)
            ? !new Means(direction, among, Wording.Internal) : new Ever();
        yield return new(new Unsaid(column, words) & matters, column, $"no {wording.Field} that is known. Say by '{wording.Key}' "
            + $"(--{wording.Key}, or the page's card of words) which it is: {string.Join(", ", wording.Meanings.SkipLast(1))}.", wording);
        yield return new(new Means(column, words, Wording.Rejected) & matters, column, "rows with this word are rejected, as the mapping says.");
    }

    /// <summary>Contacts that came in one of these ways.</summary>
    public static Condition Came(GenericMapping mapping, IReadOnlyList<string> ways)
    {
        Condition unsaid = ways.Contains(mapping.Channel) ? new Ever() : !new Ever();
        return Column(mapping, Wording.Channel) is not var (column, words) ? unsaid
            : new Any(new Means(column, words, ways), !new Present(column) & unsaid);
    }

    public static IReadOnlyList<Trap> Traps(GenericMapping mapping)
    {
        var traps = new List<Trap>();
        if (mapping.Columns.TryGetValue("customer", out var customer))
            traps.Add(new("no-customer", "No customer", "Taken without a customer.", !new Present(customer)));
        if (mapping.Columns.TryGetValue("agent", out var agent))
            traps.Add(new("no-agent", "Handled, but no agent named", "Taken without an agent.", Handled(mapping) & !new Present(agent)));
        if (mapping.Columns.TryGetValue("channel", out var channel))
            traps.Add(new("channel-blank", "No channel is written", $"Taken as {mapping.Channel}.", !new Present(channel)));
        if (Column(mapping, Wording.Direction) is not var (direction, words))
            return traps;
        traps.Add(new("direction-blank", "No direction is written", "Taken as inbound: a customer's.", !new Present(direction)));
        traps.Add(new("outbound", "Contacts the centre began itself",
            "Outbound: left out of service level, abandonment, speed of answer and repeats; their handling counts.",
            new Means(direction, words, Wording.Outbound)));
        traps.Add(new("callback", "Customers rung back", "Counted as the customer's own: the wait is that for the callback.",
            new Means(direction, words, Wording.Callback)));
        traps.Add(new("internal", "Colleagues among themselves", "Nobody's contact: kept and shown, counted in no measure.",
            new Means(direction, words, Wording.Internal)));
        return traps;
    }

    private static Condition Handled(GenericMapping mapping) => Column(mapping, Wording.Outcome) is var (column, words)
        ? new Means(column, words, Wording.Handled)
        : new Present(mapping.Columns.GetValueOrDefault("answered") ?? mapping.Columns["answered-time"]);

    private static (string Column, Meant Words)? Column(GenericMapping mapping, Wording wording) =>
        mapping.Columns.TryGetValue(wording.Field, out var column) ? (column, new Meant(wording, mapping)) : null;
}
