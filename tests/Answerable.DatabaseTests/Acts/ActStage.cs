using System.Text;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Answerable.DatabaseTests.Acts;

/// <summary>The demo centre, with a hand that brings about what an act needs before it.</summary>
internal sealed class ActStage(TestCentre centre)
{
    public const string Password = "four unrelated words here";
    public const string Key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    public const string Type = "stage-complaint";
    public static readonly Actor Planner = Actor.Of(PersonId.From(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9)), "Stage planner", [Role.Planner], null);
    public static readonly BenchSetting Usual = BenchSetting.Read(new Dictionary<string, string>()).Value;
    private int _names;

    public TestCentre Centre => centre;

    /// <summary>A name nobody else has.</summary>
    public string Name(string what) => $"{what} {Next()}";

    public int Next() => ++_names;

    public async Task<TResult> Must<TResult>(IAct<TResult> act, Actor? who = null)
    {
        var outcome = await centre.DoAsync(act, who ?? Actor.System);
        Assert.True(outcome.Allowed, $"{act}: {string.Join(" ", outcome.Refusals)}");
        return outcome.Value;
    }

    /// <summary>What is done in no demo centre, done as if this were none.</summary>
    public async Task AsRealAsync(Func<Task> done)
    {
        await using var db = centre.OpenDb();
        await db.Set<CentreRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Demo, false));
        await done();
        await db.Set<CentreRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Demo, true));
    }

    /// <summary>Lets a contact type be defined as if none had this code or its name.</summary>
    public async Task FreeTypeAsync(string code)
    {
        var other = Name("type").Replace(' ', '-');
        await using var db = centre.OpenDb();
        await db.Set<ContactTypeRow>().Where(row => row.Code == code).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Code, other).SetProperty(row => row.Name, other).SetProperty(row => row.SortName, other.ToUpperInvariant()));
    }

    /// <summary>What the demo centre has not: a procedure whose steps are known here.</summary>
    public async Task SetAsync()
    {
        await Must(new DefineContactType(new ContactType(Type, "Stage complaint", Routine: true)));
        var procedure = await Must(new DraftProcedure(Type, DeskCentre.Goodwill));
        await Must(new PublishVersion(procedure, 1, 1));
    }

    public async Task<Actor> PersonAsync(Role role = Role.Agent, Presence presence = Presence.Ready)
    {
        var name = Name("Stage person");
        var invited = await Must(new InvitePerson(name, $"{name.Replace(' ', '.')}@stage.example", [role], null));
        var actor = Actor.Of(invited.Person, name, [role], null);
        await Must(new ChangePresence(presence), actor);
        return actor;
    }

    /// <summary>Somebody who has chosen a password.</summary>
    public async Task<Actor> WithPasswordAsync()
    {
        var person = await PersonAsync();
        await Must(new AcceptInvitation((await Must(new RenewInvitation(person.Id))).Token, Password, Password));
        return person;
    }

    public async Task<Actor> SecondFactorAsync()
    {
        var person = await WithPasswordAsync();
        await Must(new TurnSecondFactorOn(Key, OneTimeCode.At(Key, centre.Time.GetUtcNow()), Password), person);
        return person;
    }

    public static string EmailOf(Actor person) => $"{person.Name.Replace(' ', '.')}@stage.example";

    /// <summary>An agent with a contact in hand, at the first step of the procedure.</summary>
    public async Task<(Actor Agent, ContactId Contact)> InHandAsync(string? type = Type)
    {
        var agent = await PersonAsync();
        return (agent, await Must(new StartContact(Channel.Phone, type, Name("ref")), agent));
    }

    public async Task<(Actor Agent, ContactId Contact)> AtDecisionAsync()
    {
        var (agent, contact) = await InHandAsync();
        await Must(new DoStep(contact, "n1", await TurnAsync(contact), new Dictionary<string, string> { ["account"] = "77" }, Said: true), agent);
        return (agent, contact);
    }

    public async Task<(Actor Agent, ContactId Contact)> AtAmountAsync()
    {
        var (agent, contact) = await AtDecisionAsync();
        await Must(new AnswerDecision(contact, "n2", await TurnAsync(contact), "a1"), agent);
        return (agent, contact);
    }

    /// <summary>A referral over the agent's limit, and a team leader who could decide it.</summary>
    public async Task<(Actor Agent, ContactId Contact, ReferralId Referral, Actor Leader)> ReferredAsync()
    {
        var leader = await PersonAsync(Role.TeamLeader);
        var (agent, contact) = await AtAmountAsync();
        await Must(new DoStep(contact, "n3", await TurnAsync(contact), new Dictionary<string, string> { ["amount"] = "60" }, Reason: "They waited."),
            agent);
        await using var db = centre.OpenDb();
        return (agent, contact, await db.Set<ReferralRow>().Where(row => row.Contact == contact).Select(row => row.Id).SingleAsync(), leader);
    }

    public async Task<int> TurnAsync(ContactId contact)
    {
        await using var db = centre.OpenDb();
        return WalkJson.Read(await db.Set<WalkRow>().Where(row => row.Contact == contact).OrderByDescending(row => row.BegunAt)
            .Select(row => row.State).FirstAsync()).Turn;
    }

    public async Task<ContactId> WaitingAsync()
    {
        var contact = ContactId.From(App.Ids.New());
        await centre.Writer.AppendAsync(
            [Entry.Of(new ContactArrived(Channel.Phone, "billing", Type), centre.Time.GetUtcNow(), FactKind.Live, "stage", Name("arrival"),
            contact.Value, null)]);
        return contact;
    }

    /// <summary>A draft as large as any of the demo centre's.</summary>
    public async Task<(ProcedureId Procedure, int Version, long Revision)> DraftAsync()
    {
        var code = Name("draft").Replace(' ', '-');
        await Must(new DefineContactType(new ContactType(code, code, Routine: true)));
        return (await Must(new DraftProcedure(code, await LargestAsync())), 1, 1);
    }

    public async Task<Chart> LargestAsync()
    {
        await using var db = centre.OpenDb();
        return ChartJson.Read(await db.Set<VersionRow>().Where(row => row.State == VersionState.Published).OrderByDescending(row => row.Chart.Length)
            .Select(row => row.Chart).FirstAsync());
    }

    /// <summary>Quarter-hours from eight to eight.</summary>
    private static List<IntervalCount> Counts(int days) =>
    [
        .. Enumerable.Range(0, days).SelectMany(day => Enumerable.Range(0, 48).Select(slot => (Day: day, Slot: slot)))
            .Select((place, row) => new IntervalCount(
                new LocalDate(2011, 1, 3).PlusDays(place.Day)
                    .At(new LocalTime(8 + (place.Slot / 4), place.Slot % 4 * 15)), 20 + (place.Slot % 12), row + 2)),
    ];

    /// <summary>A series with its forecast, as the demo centre's planner has one.</summary>
    public async Task<SeriesId> ForecastAsync()
    {
        await using var db = centre.OpenDb();
        return await db.Set<SeriesRow>().Where(row => row.Forecast != null).Select(row => row.Id).FirstAsync();
    }

    public Task<SeriesId> SeriesAsync(int days = 60) => Must(new LoadSeries(Name("Series"), "a file", 15, "", Counts(days)), Planner);

    public async Task<KeptFile> FileAsync()
    {
        var text = new StringBuilder("Ref,Start,Wait,Talk,Result\n");
        for (var row = 0; row < 5_000; row++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Name("r")},2026-07-01 09:00:00,35,120,Answered\n");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        return (await centre.Services.GetRequiredService<ImportFolder>().KeepAsync(stream, "calls.csv", long.MaxValue, CancellationToken.None))!;
    }

    public static readonly GenericMapping Mapping = new()
    {
        Columns = new Dictionary<string, string>
        { ["id"] = "Ref", ["arrived"] = "Start", ["wait"] = "Wait", ["talk"] = "Talk", ["outcome"] = "Result" },
    };

    /// <summary>An import brought by a page, in this state.</summary>
    public async Task<ImportId> ImportAsync(ImportState state)
    {
        var id = (await Must(new BringFile(GenericCsv.Name, await FileAsync()))).Id;
        if (state == ImportState.Mapping)
            return id;
        await Must(new ChooseColumns(id, Mapping));
        await centre.Writer.AppendAsync([], async (db, _) =>
        {
            var row = await db.Set<ImportRow>().SingleAsync(row => row.Id == id);
            (row.State, row.Imported) = (state, 1);
        }, [], CancellationToken.None);
        return id;
    }
}
