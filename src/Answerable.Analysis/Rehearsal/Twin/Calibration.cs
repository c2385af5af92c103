using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.Model.Contacts;
using Answerable.Simulation.Statistics;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>
/// Makes the ground of a rehearsal from what the journal keeps. Where it keeps too little, what is usual stands instead, and is named as an
/// assumption: a figure that rests on a guess says so.
/// </summary>
public static class Calibration
{
    internal const int Few = 10;
    private const int FewRepeats = 30;
    private static readonly Channel[] Live = [Channel.Phone, Channel.Chat, Channel.Visit];

    public static TwinGround Of(TwinRecords records)
    {
        var (assumed, cautions) = (new List<string>(), new List<string>());
        if (records.Invented)
            assumed.Add("The journal holds only the demo centre's invented contacts: the figures rest on those.");
        var days = WorkingDays(records.Contacts);
        var ours = records.Contacts.Where(contact => contact.Type == records.Type).ToList();
        var (live, other) = (ours.Where(IsLive).ToList(), records.Contacts.Where(contact => contact.Type != records.Type && IsLive(contact))
            .ToList());
        if (ours.Count > live.Count)
            assumed.Add("Contacts by telephone, chat and visit are rehearsed; "
                + Said($"{100.0 * (ours.Count - live.Count) / ours.Count:0} % come in writing and are left out."));
        var repeats = RepeatsOf(ours, records.Contacts, assumed, out var share);
        var levels = LevelCalibration.Of(records, days, assumed);
        Always(assumed);
        return new TwinGround(records.Type, records.Procedure, records.From)
        {
            Arrivals = [.. ByHour(live, days).Select(perDay => perDay * (1 - share))],
            OtherArrivals = ByHour(other, days),
            OtherHandling = SpellOf(Seconds(other, contact => contact.HandleMs), new Spell(300, 0.8),
                "handling time of other contacts", assumed),
            Channels = [.. live.CountBy(contact => contact.Channel).OrderBy(channel => channel.Key)
                .Select(channel => (channel.Key, (double)channel.Value)).DefaultIfEmpty((Channel.Phone, 1))],
            Patience = PatienceOf(live, records.Contacts, assumed),
            Wrap = SpellOf(Seconds(live, contact => contact.WrapMs), new Spell(30, 0.8), "after-contact work", assumed),
            LastWords = NodeCalibration.LastWords(records.Walks, assumed),
            UsualStep = NodeCalibration.UsualStep(records, live),
            Nodes = NodeCalibration.Of(records, live, assumed, cautions),
            Amounts = NodeCalibration.Amounts(records, assumed),
            Matrix = records.Matrix,
            Kinds = records.Kinds,
            Levels = levels,
            Repeats = repeats,
            Assumptions = assumed,
            Cautions = cautions,
        };
    }

    internal static Spell SpellOf(IEnumerable<double> seconds, Spell usual, string what, List<string> assumed)
    {
        var all = Observations.Of([.. seconds]);
        if (all.Count >= Few && all.Mean > 0)
            return new Spell(all.Mean, Math.Clamp(Math.Sqrt(all.Variance) / all.Mean, 0.1, 2));
        assumed.Add(Said($"Too few to tell the {what} ({all.Count}): taken as {usual.Mean:0} s."));
        return usual;
    }

    internal static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private static bool IsLive(Contact contact) => Live.Contains(contact.Channel) && !contact.Excluded;

    /// <summary>A time of each handled contact of which it is known.</summary>
    internal static IEnumerable<double> Seconds(IEnumerable<Contact> contacts, Func<Contact, long?> time) =>
        contacts.Where(contact => contact.State == ContactState.Handled).Select(time).OfType<long>().Select(known => known / 1000.0);

    /// <summary>Days with at least half as many contacts as a usual one: the others are closed, or under way.</summary>
    private static HashSet<DateOnly> WorkingDays(IReadOnlyList<Contact> contacts)
    {
        var days = contacts.CountBy(contact => DateOnly.FromDateTime(contact.ArrivedAt.UtcDateTime)).ToList();
        if (days.Count == 0)
            return [];
        var usual = days.Select(day => day.Value).Order().ElementAt(days.Count / 2);
        return days.Where(day => 2 * day.Value >= usual).Select(day => day.Key).ToHashSet();
    }

    private static double[] ByHour(List<Contact> contacts, HashSet<DateOnly> days)
    {
        var hours = new double[24];
        foreach (var contact in contacts.Where(contact => days.Contains(DateOnly.FromDateTime(contact.ArrivedAt.UtcDateTime))))
            hours[contact.ArrivedAt.UtcDateTime.Hour] += 1.0 / days.Count;
        return hours;
    }

    // For an exponential patience all the waiting there was over the number who left is the likeliest mean.
    private static double PatienceOf(List<Contact> live, IReadOnlyList<Contact> all, List<string> assumed)
    {
        foreach (var contacts in new[] { live, [.. all.Where(IsLive)] })
        {
            var left = contacts.Count(contact => contact is { State: ContactState.Abandoned, WaitMs: not null });
            var waited = contacts.Sum(contact => (contact.WaitMs ?? 0) / 1000.0);
            if (left >= Few && waited > 0)
                return waited / left;
        }
        assumed.Add("Too few gave up to tell how long customers wait: taken as 180 s on average.");
        return 180;
    }

    /// <param name="share">How many of those who come have come before about the matter.</param>
    private static Repeats RepeatsOf(List<Contact> ours, IReadOnlyList<Contact> all, List<string> assumed, out double share)
    {
        const int window = 7;
        var until = all.Count == 0 ? default : all.Max(contact => contact.ArrivedAt).AddDays(-window);
        var links = Links.Find([.. ours.Select(LinkedContact.Of).OfType<LinkedContact>()]);
        var known = ours.Where(contact => contact.ArrivedAt <= until && contact.Resolved is not null
            && links.TryGetValue(contact.Id, out var link) && link.ByReason is not null)
            .Select(contact => (contact.Resolved, Gap: links[contact.Id].ByReason!.Value % 32)).ToList();
        var days = Enumerable.Range(1, window).Select(day => (double)known.Count(contact => contact.Gap == day)).ToArray();
        double? Share(bool resolved) => known.Where(contact => contact.Resolved == resolved).ToList() is { Count: >= FewRepeats } some
            ? some.Count(contact => contact.Gap <= window) / (double)some.Count
            : null;
        var (settled, unsettled) = (Share(true), Share(false));
        if (settled is null || unsettled is null)
            assumed.Add("Too few customers are known to tell who comes again: taken as 5 in 100 where the matter was settled "
                + "and 40 in 100 where it was not, within five days, unless the journal says otherwise.");
        share = known.Count >= FewRepeats ? known.Count(contact => contact.Gap <= window) / (double)known.Count : 0;
        return new Repeats(settled ?? 0.05, unsettled ?? 0.4, days.Sum() >= Few ? days : [1, 1, 1, 1, 1]);
    }

    private static void Always(List<string> assumed) => assumed.AddRange(
    [
        "Every rehearsed day is a usual working day; those there stay until the last contact is done, and are the same number at every hour.",
        "A referral goes to whoever of a sufficient role is free first; limits of single people are not rehearsed, limits of roles are.",
        "Nobody goes back a step, and nobody who gave up calls again.",
    ]);
}
