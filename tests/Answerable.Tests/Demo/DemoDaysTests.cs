using Answerable.App.Demo;
using Answerable.App.Demo.Days;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Tests.Demo;

public sealed class DemoDaysTests
{
    private static readonly DateOnly First = new(2026, 7, 13);
    private static readonly DateOnly Last = First.AddDays(89);
    private static readonly Dictionary<string, DateOnly> Improved = new() { ["missed-bin"] = First.AddDays(45) };
    private static readonly LocalDays Clock = new(TimeZoneInfo.FindSystemTimeZoneById(Answerable.Model.Centre.CentreSettings.Usual.Zone));
    private static readonly Lazy<IReadOnlyList<DemoDay>> Days = new(() => [.. new DemoDays(7, Improved, Clock).From(First, Last)]);

    private static IEnumerable<DemoContact> Contacts => Days.Value.SelectMany(day => day.Contacts);
    private static IEnumerable<DemoContact> Calls => Contacts.Where(contact => contact.Demand.PatienceSeconds is not null);

    [Fact]
    public void A_seed_always_gives_the_same_days()
    {
        var (one, same) =
            (new DemoDays(11, Improved, Clock).From(First, First.AddDays(13)), new DemoDays(11, Improved, Clock).From(First, First.AddDays(13)));
        foreach (var (day, again) in one.Zip(same))
        {
            Assert.Equal(day.Contacts, again.Contacts);
            Assert.Equal(day.Presences, again.Presences);
        }
    }

    [Fact]
    public void Another_seed_gives_others() => Assert.NotEqual(
        new DemoDays(11, Improved, Clock).From(First, First).Single().Contacts, new DemoDays(12, Improved, Clock).From(First, First)
            .Single().Contacts);

    [Fact]
    public void More_days_after_do_not_change_those_before() => Assert.Equal(
        new DemoDays(7, Improved, Clock).From(First, First.AddDays(6)).Last().Contacts, Days.Value[6].Contacts);

    [Fact]
    public void Ninety_days_hold_some_fifty_thousand_contacts_each_once()
    {
        Assert.InRange(Contacts.Count(), 40_000, 65_000);
        Assert.Equal(Contacts.Count(), Contacts.Select(contact => contact.Id).Distinct().Count());
    }

    [Fact]
    public void Mondays_are_busier_than_Fridays_and_Sundays_are_quiet()
    {
        double Mean(DayOfWeek on) => Days.Value.Where(day => day.Day.DayOfWeek == on).Average(day => day.Contacts.Count);
        Assert.True(Mean(DayOfWeek.Monday) > 1.15 * Mean(DayOfWeek.Friday));
        Assert.True(Mean(DayOfWeek.Sunday) < 0.2 * Mean(DayOfWeek.Friday));
    }

    [Fact]
    public void No_agent_has_two_contacts_at_once()
    {
        foreach (var agent in Contacts.Where(contact => contact.Agent is not null).GroupBy(contact => contact.Agent))
        {
            var inOrder = agent.OrderBy(contact => contact.ArrivedAt.AddMilliseconds(contact.WaitMs)).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair =>
                Assert.True(pair.First.OverAt <= pair.Second.ArrivedAt.AddMilliseconds(pair.Second.WaitMs)));
        }
    }

    [Fact]
    public void Abandonment_is_what_a_centre_would_worry_about_but_live_with()
    {
        Assert.InRange(Share(Calls, contact => contact.State == ContactState.Abandoned), 0.04, 0.13);
        Assert.Equal(0, Share(Contacts.Where(contact => contact.Channel == Channel.Letter), contact => contact.State == ContactState.Abandoned));
    }

    [Fact]
    public void Most_calls_are_answered_soon_and_some_are_not() => Assert.InRange(
        Share(Calls, contact => contact is { State: ContactState.Handled, WaitMs: <= 20_000 }), 0.55, 0.9);

    [Fact]
    public void Letters_and_mails_are_answered_in_hours_and_none_is_forgotten()
    {
        foreach (var (channel, least) in new[] { (Channel.Letter, 3.0), (Channel.Email, 1.0), (Channel.Web, 0.5) })
        {
            var hours = Contacts.Where(contact => contact.Channel == channel).Select(contact => contact.WaitMs / 3_600_000.0).Order().ToList();
            Assert.True(hours[0] > 1 / 12.0, $"{channel} in {hours[0]} h");
            Assert.InRange(hours[hours.Count / 2], least, 24);
            Assert.True(hours[^1] < 5 * 24, $"{channel} in {hours[^1]} h");
        }
    }

    [Fact]
    public void Agents_are_occupied_as_in_small_teams()
    {
        var (busy, ready) = (Spent(Presence.Busy), Spent(Presence.Ready));
        Assert.InRange(busy / (busy + ready), 0.48, 0.8);
    }

    [Fact]
    public void Three_in_four_matters_are_settled_at_the_first_contact() => Assert.InRange(FirstContactResolution(), 0.68, 0.88);

    [Fact]
    public void The_improved_procedure_shows_in_the_figures()
    {
        var bins = Calls.Where(contact => contact is { Type: "missed-bin", Agent: not null })
            .ToLookup(contact => contact.ArrivedAt < Clock.Zero(Improved["missed-bin"]));
        Assert.True(Share(bins[false], contact => contact.Resolved) > Share(bins[true], contact => contact.Resolved) + 0.08);
    }

    private static double Share(IEnumerable<DemoContact> of, Func<DemoContact, bool> are) => of.Average(contact => are(contact) ? 1.0 : 0);

    private static double Spent(Presence presence) => Days.Value.SelectMany(day => day.Presences.GroupBy(change => change.Person)).Sum(day =>
    {
        var changes = day.ToList();
        return changes.Zip(changes.Skip(1)).Where(pair => pair.First.To == presence).Sum(pair => (pair.Second.At - pair.First.At).TotalHours);
    });

    // Of the first answered contacts of a customer about a matter whose week has passed: how many did not come again within it.
    private static double FirstContactResolution()
    {
        var week = TimeSpan.FromDays(7);
        var end = Clock.Zero(Last.AddDays(1)) - week;
        var (known, settled) = (0, 0);
        foreach (var matter in Contacts.Where(contact => contact.Customer is not null).GroupBy(contact => (contact.Customer, contact.Type)))
        {
            var inOrder = matter.OrderBy(contact => contact.ArrivedAt).ToList();
            for (var place = 0; place < inOrder.Count; place++)
            {
                var contact = inOrder[place];
                var first = place == 0 || contact.ArrivedAt - inOrder[place - 1].ArrivedAt > week;
                if (!first || contact.Agent is null || contact.ArrivedAt > end)
                    continue;
                known++;
                settled += place + 1 < inOrder.Count && inOrder[place + 1].ArrivedAt - contact.ArrivedAt <= week ? 0 : 1;
            }
        }
        return (double)settled / known;
    }
}
