using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Demo;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Demo;

public sealed class DemoCentreTests(DemoCentreTests.Filled filled) : IClassFixture<DemoCentreTests.Filled>
{
    private const int Days = 11;

    /// <summary>One filled once a database, for those that only look, or find that nothing more is done.</summary>
    public sealed class Filled : IAsyncDisposable
    {
        private readonly Lazy<Task<TestCentre>>[] _kept =
            [.. Enum.GetValues<Database>().Select(database => new Lazy<Task<TestCentre>>(() => FilledAsync(database)))];

        internal Task<TestCentre> OnAsync(Database database) => _kept[(int)database].Value;

        public async ValueTask DisposeAsync()
        {
            foreach (var kept in _kept.Where(kept => kept.IsValueCreated))
                await (await kept.Value).DisposeAsync();
        }

        private static async Task<TestCentre> FilledAsync(Database database)
        {
            var centre = await TestCentre.OpenAsync(database);
            Assert.False((await centre.AskAsync(new DemoPresent())).Value);
            Assert.InRange((await FillAsync(centre)).Value, 4_000, 9_000);
            return centre;
        }
    }

    [Theory, EachDatabase]
    public async Task Filling_twice_changes_nothing(Database database)
    {
        var centre = await filled.OnAsync(database);
        var before = await LinesAsync(centre);

        var again = await FillAsync(centre);

        Assert.Equal("demo.full", Assert.Single(again.Refusals).Code);
        Assert.Equal(before, await LinesAsync(centre));
        Assert.True((await centre.AskAsync(new JournalVerification())).Value.Sound);
    }

    [Theory, EachDatabase]
    public async Task A_filling_broken_off_is_gone_on_with_to_the_very_same_centre(Database database)
    {
        var whole = await filled.OnAsync(database);
        await using var broken = await TestCentre.OpenAsync(database);
        await Assert.ThrowsAsync<OperationCanceledException>(() => FillAsync(broken, word =>
        {
            if (word.Contains("leading", StringComparison.Ordinal))
                throw new OperationCanceledException("The power went.");
        }));
        Assert.True(await DemoOf(broken).BrokenOffAsync());

        broken.Time.Pass(TimeSpan.FromMinutes(90));
        await broken.DoAsync(new InvitePerson("Someone Real", "someone@centre.example", [Role.Agent], null));
        Assert.True((await FillAsync(broken)).Allowed);

        Assert.False(await DemoOf(broken).BrokenOffAsync());
        Assert.Equal(await ContactsAsync(whole), await ContactsAsync(broken));
        Assert.Equal((await LinesAsync(whole)).Count + 1, (await LinesAsync(broken)).Count);
    }

    [Theory, EachDatabase]
    public async Task Everything_in_it_is_marked_as_demo(Database database)
    {
        var centre = await filled.OnAsync(database);
        Assert.True((await centre.AskAsync(new DemoPresent())).Value);
        await using var db = centre.OpenDb();
        Assert.False(await db.Set<JournalRow>().AnyAsync(row => row.Kind != FactKind.Demo || row.Source != "demo"));
        Assert.False(await db.Set<ContactRow>().AnyAsync(row => row.Kind != FactKind.Demo));
        Assert.Equal(await db.Set<PersonRow>().CountAsync(),
            await Invented.Among(db, db.Set<PersonRow>().Select(row => (Guid)(object)row.Id)).CountAsync());
        Assert.All((await centre.AskAsync(new ContactTypes())).Value.Types, type => Assert.True(type.Demo));
        Assert.False(await db.Set<ReferralRow>().AnyAsync(row => row.Kind != FactKind.Demo));
    }

    [Theory, EachDatabase]
    public async Task Something_is_under_way_wherever_one_looks(Database database)
    {
        var centre = await filled.OnAsync(database);
        await using var db = centre.OpenDb();
        var states = await db.Set<ReferralRow>().Select(row => row.State).ToListAsync();
        Assert.All([ReferralState.Open, ReferralState.Accepted, ReferralState.Approved, ReferralState.Refused, ReferralState.TakenOver], state =>
            Assert.Contains(state, states));
        Assert.True(await db.Set<ContactRow>().CountAsync(row => row.State == ContactState.Waiting) >= 5);
        Assert.InRange(await db.Set<WalkRow>().CountAsync(row => row.EndedAt != null), 30, 100);
        Assert.InRange(await db.Set<WalkRow>().CountAsync(row => row.EndedAt == null), 8, 20);
        Assert.True(await db.Set<PresenceRow>().CountAsync(person => person.Presence == Presence.Ready || person.Presence == Presence.Busy) >= 15);
        Assert.True(await db.Set<VersionRow>().CountAsync() > 12);
        var leader = DemoAccounts.All.Single(account => account.Role == Role.TeamLeader).Email;
        var hers = await db.Set<Credentials>().SingleAsync(person => person.Email == leader);
        Assert.True(await db.Set<ReferralRow>().AnyAsync(row => row.AssignedTo == hers.Id && row.State == ReferralState.Open));
    }

    [Theory, EachDatabase]
    public async Task It_does_not_mix_with_real_people(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new InvitePerson("Someone Real", "someone@centre.example", [Role.Administrator], null));
        Assert.Equal("demo.people", Assert.Single((await FillAsync(centre)).Refusals).Code);
    }

    private static DemoCentre DemoOf(TestCentre centre) => centre.Services.GetRequiredService<DemoCentre>();

    private static Task<Model.Outcome<int>> FillAsync(TestCentre centre, Action<string>? say = null) =>
        DemoOf(centre).FillAsync(say ?? (_ => { }), Days);

    private static async Task<List<string>> LinesAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<JournalRow>().OrderBy(row => row.Number).Select(row => row.SourceKey).ToListAsync();
    }

    private static async Task<List<(Guid, DateTimeOffset, ContactState, long)>> ContactsAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        var rows = await db.Set<ContactRow>().OrderBy(row => row.Id).ToListAsync();
        return rows.ConvertAll(row => (row.Id.Value, row.ArrivedAt, row.State, row.HandleMs!.Value)).OrderBy(row => row.Item1).ToList();
    }
}
