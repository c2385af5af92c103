using Answerable.App.Conduct;
using Answerable.App.Home;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Conduct;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Home;

/// <summary>Home follows what happens: each hears of what their own Home shows, and of nothing else.</summary>
public sealed class HomeLiveTests
{
    [Theory, EachDatabase]
    public async Task Of_a_referral_hears_the_Home_of_whoever_may_take_it_and_nobody_below(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        using var leader = Listening(desk, desk.Leader);
        using var senior = Listening(desk, desk.Senior);
        var contact = await desk.Must(new StartContact(Channel.Phone), desk.Agent);
        await desk.Must(new ReferContact(contact, "They ask for a team leader.", Role.TeamLeader), desk.Agent);
        Assert.Contains(await HeardAsync(desk, leader), IsOfReferrals);
        Assert.DoesNotContain(await HeardAsync(desk, senior), IsOfReferrals);
    }

    [Theory, EachDatabase]
    public async Task Of_people_and_procedures_hears_the_Home_of_those_they_concern(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var administrator = Somebody(1, Role.Administrator);
        var designer = Somebody(2, Role.Designer);
        using (var people = Listening(desk, administrator))
        using (var procedures = Listening(desk, designer))
        using (var agent = Listening(desk, desk.Agent))
        {
            await desk.Must(new InvitePerson("New Hand", "new@test.example", [Role.Agent], null), Actor.System);
            Assert.NotEmpty(await HeardAsync(desk, people));
            Assert.Empty(await HeardAsync(desk, procedures));
            await desk.Must(new DefineContactType(new ContactType("leak", "Leak", Routine: true)), Actor.System);
            Assert.NotEmpty(await HeardAsync(desk, procedures));
            Assert.Empty(await HeardAsync(desk, people));
            Assert.Empty(await HeardAsync(desk, agent));
        }
    }

    [Fact]
    public async Task A_page_of_Home_is_told_as_it_happens()
    {
        await using var web = new WebCentre();
        var administrator = await web.SignedInAsync(Role.Administrator);
        Assert.Contains("data-home=\"/home/events\"", await administrator.GetStringAsync("/", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stream = new StreamReader(await administrator.GetStreamAsync("/home/events", stop.Token));
        while (await stream.ReadLineAsync(stop.Token) is not "event: open")
        {
        }
        await web.Dispatcher.DoAsync(new InvitePerson("New Hand", "new@test.example", [Role.Agent], null), Actor.System);
        while (await stream.ReadLineAsync(stop.Token) is not "event: home")
        {
        }
        Assert.Contains("invitations have not been taken up", await administrator.GetStringAsync("/", stop.Token), StringComparison.Ordinal);
        await stop.CancelAsync();
    }

    private static Noticeboard.Listener Listening(DeskCentre desk, Actor who) => desk.Centre.Services.GetRequiredService<Noticeboard>()
        .Open([.. desk.Centre.Services.GetRequiredService<NeedTopics>().Of(who), "until here"]);

    /// <summary>What was told before a word that is certainly told.</summary>
    private static async Task<List<string>> HeardAsync(DeskCentre desk, Noticeboard.Listener listener)
    {
        desk.Centre.Services.GetRequiredService<Noticeboard>().Publish([new Notice("until here", "")]);
        var heard = new List<string>();
        while (!heard.Contains("until here"))
            heard.AddRange((await listener.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
        heard.Remove("until here");
        return heard;
    }

    private static bool IsOfReferrals(string topic) => topic.StartsWith("referrals", StringComparison.Ordinal);

    private static Actor Somebody(int number, Role role) =>
        Actor.Of(new PersonId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9)), role.Words(), [role], null);
}
