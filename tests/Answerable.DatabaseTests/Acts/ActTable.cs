using Answerable.Analysis.Measures;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Authority;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Keys;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.App.Privacy;
using Answerable.App.Procedures;
using Answerable.App.Work;
using Answerable.DatabaseTests.Deliveries;
using Answerable.DatabaseTests.Work;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Acts;

/// <summary>Every act of the product, with one way to do it on the demo centre that is as dear as it comes there.</summary>
internal static class ActTable
{
    /// <summary>Those written here, and those that modules keep in their own folders.</summary>
    public static readonly IReadOnlyDictionary<Type, Func<ActStage, Task>> Samples = typeof(ActTable).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IActSamples)) && !type.IsInterface)
        .Select(type => (IActSamples)Activator.CreateInstance(type)!)
        .SelectMany(module => module.Samples).Concat(Here()).ToDictionary(sample => sample.Key, sample => sample.Value);

    private static Dictionary<Type, Func<ActStage, Task>> Here() => new()
    {
        // Authority
        [typeof(DefineDecisionKind)] = stage => stage.Must(new DefineDecisionKind(stage.Name("kind").Replace(' ', '-'), stage.Name("Kind"), true)),
        [typeof(SetLimit)] = stage => stage.Must(new SetLimit("refund", Role.Agent, null) { PerContactPence = 6000 }),
        [typeof(EndLimit)] =
            async stage => await stage.Must(new EndLimit(await stage.Must(new SetLimit("refund", Role.Agent, null) { PerContactPence = 6000 }))),

        // Centre
        [typeof(NoteAddress)] = stage => stage.Must(new NoteAddress(new Uri("https://desk.example.org"))),
        [typeof(ChangeCentre)] = stage => stage.Must(new ChangeCentre(stage.Name("Stage"), "Europe/London", "GBP", "")),
        [typeof(ChangeOpeningWeek)] = stage => stage.Must(Open(stage.Name("queue"))),
        [typeof(RemoveOpeningWeek)] = async stage =>
        {
            var queue = stage.Name("queue");
            await stage.Must(Open(queue));
            await stage.Must(new RemoveOpeningWeek(queue));
        },
        [typeof(SetSpecialDay)] = stage => stage.Must(new SetSpecialDay(new DateOnly(2026, 12, 24), "", "09:00-12:00", stage.Name("Christmas Eve"))),
        [typeof(RemoveSpecialDay)] = async stage =>
        {
            await stage.Must(new SetSpecialDay(new DateOnly(2026, 12, 31), "", "09:00-12:00", "Year's end"));
            await stage.Must(new RemoveSpecialDay(new DateOnly(2026, 12, 31), ""));
        },

        // Conduct
        [typeof(StartContact)] = stage => stage.InHandAsync(),
        [typeof(TakeContact)] = async stage => await stage.Must(new TakeContact(await stage.WaitingAsync()), await stage.PersonAsync()),
        [typeof(ChangePresence)] = async stage => await stage.Must(new ChangePresence(Presence.Break), await stage.PersonAsync()),
        [typeof(LeaveDesk)] = async stage => await stage.Must(new LeaveDesk(), await stage.PersonAsync()),
        [typeof(ReturnToDesk)] = async stage =>
        {
            var person = await stage.PersonAsync();
            await stage.Must(new LeaveDesk(), person);
            await stage.Must(new ReturnToDesk(), person);
        },
        [typeof(PutDownContacts)] = async stage =>
        {
            await stage.Must(new DeactivatePerson((await stage.InHandAsync()).Agent.Id, "left"));
            await stage.Must(new PutDownContacts());
        },
        [typeof(KeepAttendance)] = stage => stage.Must(new KeepAttendance()),
        [typeof(CloseUnwrapped)] = stage => stage.Must(new CloseUnwrapped()),
        [typeof(SignOutAbsent)] = stage => stage.Must(new SignOutAbsent()),
        [typeof(DoStep)] = stage => stage.AtDecisionAsync(),
        [typeof(AnswerDecision)] = stage => stage.AtAmountAsync(),
        [typeof(SkipStep)] = OnContact((contact, turn) => new SkipStep(contact, "n3", turn, SkipReason.CustomerDeclined, "No money wanted."), stage =>
            stage.AtAmountAsync()),
        [typeof(GoBack)] = OnContact((contact, turn) => new GoBack(contact, "n3", turn), stage => stage.AtAmountAsync()),
        [typeof(ChooseType)] = OnContact((contact, _) => new ChooseType(contact, ActStage.Type), stage => stage.InHandAsync(null), walk: false),
        [typeof(RecordCustomer)] = OnContact((contact, _) => new RecordCustomer(contact, $"known {Telephony.Letters()}")),
        [typeof(MakeNote)] = OnContact((contact, _) => new MakeNote(contact, "They will call back on Monday.")),
        [typeof(HoldContact)] = OnContact((contact, _) => new HoldContact(contact)),
        [typeof(RetrieveContact)] = OnContact((contact, _) => new RetrieveContact(contact), Then(contact => new HoldContact(contact))),
        [typeof(LeaveWalk)] = OnContact((contact, _) => new LeaveWalk(contact)),
        [typeof(ResumeWalk)] = OnContact((contact, _) => new ResumeWalk(contact), Then(contact => new LeaveWalk(contact))),
        [typeof(EndContact)] = OnContact((contact, _) => new EndContact(contact)),
        [typeof(FinishWrap)] =
            OnContact((contact, _) => new FinishWrap(contact, BreakOffReason.CustomerLeft, false), Then(contact => new EndContact(contact))),
        [typeof(ReferContact)] = OnContact((contact, _) => new ReferContact(contact, "They ask for a leader.", Role.TeamLeader), async stage =>
        {
            await stage.PersonAsync(Role.TeamLeader);
            return await stage.InHandAsync();
        }),
        [typeof(AcceptReferral)] = OnReferral((referral, _) => new AcceptReferral(referral), byLeader: true),
        [typeof(PassReferralOn)] = OnReferral((referral, _) => new PassReferralOn(referral, "For somebody else."), byLeader: true),
        [typeof(DecideReferral)] = async stage =>
        {
            var (_, _, referral, leader) = await stage.ReferredAsync();
            await stage.Must(new AcceptReferral(referral), leader);
            await stage.Must(new DecideReferral(referral, true, "It is fair.", 6000), leader);
        },
        [typeof(WithdrawReferral)] = OnReferral((referral, _) => new WithdrawReferral(referral), byLeader: false),
        [typeof(WithdrawFromDesk)] = OnReferral((_, contact) => new WithdrawFromDesk(contact), byLeader: false),

        // Import
        [typeof(BeginImport)] = async stage =>
        {
            var path = Path.Combine(Path.GetTempPath(), $"{stage.Name("stage")} {App.Ids.New():N}.csv");
            await File.WriteAllTextAsync(path, "Ref,Start,Wait,Talk,Result\n1,2026-07-01 09:00:00,35,120,Answered\n");
            await stage.AsRealAsync(() => stage.Must(new BeginImport(GenericCsv.Name, ActStage.Mapping, path, path, 100)));
            File.Delete(path);
        },
        [typeof(BringFile)] = stage => stage.ImportAsync(ImportState.Mapping),
        [typeof(ChooseColumns)] = stage => stage.ImportAsync(ImportState.Checking),
        [typeof(StartImport)] = async stage =>
        {
            var id = await stage.ImportAsync(ImportState.Ready);
            await stage.AsRealAsync(() => stage.Must(new StartImport(id)));
        },
        [typeof(KeepMapping)] = async stage =>
        {
            await stage.Must(new KeepMapping(await stage.ImportAsync(ImportState.Ready), stage.Name("mapping")));
            // Files with these headings would be read by it from here on.
            await using var db = stage.Centre.OpenDb();
            await db.Set<KeptMappingRow>().ExecuteDeleteAsync();
        },
        [typeof(ForgetMapping)] = async stage =>
        {
            var name = await stage.Must(new KeepMapping(await stage.ImportAsync(ImportState.Ready), stage.Name("mapping")));
            await stage.Must(new ForgetMapping(name));
        },
        [typeof(StopImport)] = async stage => await stage.Must(new StopImport(await stage.ImportAsync(ImportState.Running))),
        [typeof(ResumeImport)] = async stage => await stage.Must(new ResumeImport(await stage.ImportAsync(ImportState.Stopped))),
        [typeof(DiscardImport)] = async stage => await stage.Must(new DiscardImport(await stage.ImportAsync(ImportState.Ready))),
        [typeof(ForgetRemarks)] = async stage => await stage.Must(new ForgetRemarks(await stage.ImportAsync(ImportState.Ready))),

        // Keys
        [typeof(CreateKey)] = stage => stage.Must(new CreateKey(stage.Name("key"))),
        [typeof(RevokeKey)] = async stage => await stage.Must(new RevokeKey((await stage.Must(new CreateKey(stage.Name("key")))).Key, "Done with.")),

        // Measures
        [typeof(NumberNames)] =
            stage => stage.Must(new NumberNames([.. Enumerable.Range(0, 20).Select(_ => (Dimension.Queue, stage.Name("queue")))])),
        [typeof(MarkQuartersDirty)] =
            async stage =>
            await stage.Must(new MarkQuartersDirty(ContactMeasures.Family.Id, await QuartersAsync(stage, MarkQuartersDirty.Most), true)),
        [typeof(FollowJournal)] =
            async stage => await stage.Must(new FollowJournal(ContactMeasures.Family.Id, 0, 1, await QuartersAsync(stage, 200))),
        [typeof(KeepQuarters)] = async stage =>
        {
            await using var db = stage.Centre.OpenDb();
            var rows = await db.Set<MeasuresQuarterRow>().AsNoTracking().OrderByDescending(row => row.Cells.Length).Take(KeepQuarters.Most)
                .ToListAsync();
            await stage.Must(new KeepQuarters([.. rows.Where(row => row.Family == rows[0].Family)]));
        },
        [typeof(ChangeDefinition)] = async stage =>
        {
            await using var db = stage.Centre.OpenDb();
            var last = await db.Set<DefinitionRow>().Where(row => row.Kpi == "service-level-f1").MaxAsync(row => (DateOnly?)row.From);
            await stage.Must(new ChangeDefinition("service-level-f1", (last ?? new DateOnly(2026, 10, 10)).AddDays(1), 21 + (stage.Next() % 900), 5,
                7, stage.Name("Because")));
        },
        [typeof(FoldContactsAgain)] = async stage =>
        {
            // All of them are wrong, so that all are put right.
            await using var db = stage.Centre.OpenDb();
            var ids = await db.Set<ContactRow>().OrderBy(row => row.Id).Select(row => row.Id).Take(200).ToListAsync();
            await db.Set<ContactRow>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Queue, "wrong"));
            await stage.Must(new FoldContactsAgain(ids.ConvertAll(id => id.Value)));
        },

        // Planning
        [typeof(LoadSeries)] = stage => stage.SeriesAsync(5_200),
        [typeof(RemoveSeries)] = async stage => await stage.Must(new RemoveSeries(await stage.SeriesAsync()), ActStage.Planner),
        [typeof(BeginForecast)] = async stage => await stage.Must(new BeginForecast(await stage.SeriesAsync()), ActStage.Planner),
        [typeof(KeepForecast)] = async stage =>
        {
            var series = await stage.ForecastAsync();
            await stage.Must(new KeepForecast(series, (await stage.Centre.AskAsync(new SeriesRecord(series), ActStage.Planner)).Value.Forecast!),
                ActStage.Planner);
        },
        [typeof(BeginRehearsal)] =
            async stage => await stage.Must(new BeginRehearsal(await stage.ForecastAsync(), ActStage.Usual, BeginRehearsal.Fewest), ActStage.Planner),
        [typeof(KeepRehearsal)] = async stage =>
        {
            var series = await stage.ForecastAsync();
            var found = (await stage.Centre.AskAsync(new DayOnBench(series, ActStage.Usual), ActStage.Planner)).Value;
            await stage.Must(new KeepRehearsal(series, found.Day.Setting.Text, found.Rehearsed!), ActStage.Planner);
        },
        [typeof(StopRun)] = async stage => await stage.Must(new StopRun(RunKey.OfForecast(await stage.ForecastAsync())), ActStage.Planner),
        [typeof(SaveScenario)] =
            async stage => await stage.Must(new SaveScenario(await stage.ForecastAsync(), stage.Name("Scenario"), ActStage.Usual), ActStage.Planner),
        [typeof(RenameScenario)] = OnScenario((scenario, name) => new RenameScenario(scenario, name)),
        [typeof(RemoveScenario)] = OnScenario((scenario, _) => new RemoveScenario(scenario)),

        // Privacy
        [typeof(ChangeLookRules)] = stage => stage.Must(new ChangeLookRules(700 + (stage.Next() % 1_000))),
        [typeof(ForgetLooks)] = stage => stage.Must(new ForgetLooks()),
        [typeof(KnowCustomers)] = async stage => await KnowCustomers.OfAsync(stage.Centre.Dispatcher, Enumerable.Range(0, 300)
            .Select(_ => stage.Name("customer")), CancellationToken.None),
        [typeof(EraseCustomer)] = async stage =>
        {
            var reference = stage.Name("customer");
            await KnowCustomers.OfAsync(stage.Centre.Dispatcher, [reference], CancellationToken.None);
            await stage.Must(new EraseCustomer(reference, "They asked."));
        },

        // Procedures
        [typeof(DefineContactType)] = stage => stage.DraftAsync(),
        [typeof(ChangeContactType)] = async stage =>
        {
            var code = stage.Name("type").Replace(' ', '-');
            await stage.Must(new DefineContactType(new ContactType(code, code, Routine: true)));
            await stage.Must(new ChangeContactType(code, 1, new ContactType(code, $"{code} again", Routine: false)));
        },
        [typeof(AdoptStarter)] = async stage =>
        {
            await stage.FreeTypeAsync("general-question");
            await stage.Must(new AdoptStarter("general-question"));
        },
        [typeof(DraftProcedure)] = stage => stage.DraftAsync(),
        [typeof(EditVersion)] = OnDraft((procedure, version, revision) =>
            new EditVersion(procedure, version, revision, new InsertNode(NodeKind.Step, "Another step", null))),
        [typeof(UndoEdit)] = async stage =>
        {
            var (procedure, version, revision) = await stage.DraftAsync();
            await stage.Must(new EditVersion(procedure, version, revision, new InsertNode(NodeKind.Step, "Another step", null)));
            await stage.Must(new UndoEdit(procedure, version, revision + 1));
        },
        [typeof(PublishVersion)] = OnDraft((procedure, version, revision) => new PublishVersion(procedure, version, revision)),
        [typeof(WithdrawVersion)] = OnDraft((procedure, version, _) => new WithdrawVersion(procedure, version, "Not wanted.")),
        [typeof(DraftNextVersion)] = async stage =>
        {
            await using var db = stage.Centre.OpenDb();
            var open = db.Set<VersionRow>().Where(row => row.State == VersionState.Draft).Select(row => row.Procedure);
            var published = await db.Set<PublicationRow>().Where(row => !open.Contains(row.Procedure)).OrderBy(row => row.Procedure).FirstAsync();
            var next = await stage.Must(new DraftNextVersion(published.Procedure, published.Version));
            await stage.Must(new WithdrawVersion(published.Procedure, next, "Only to try."));
        },
        [typeof(SupersedeVersions)] = stage => stage.Must(new SupersedeVersions()),

        // Work
        [typeof(TakeWork)] = async stage => await stage.Centre.DoAsync(new TakeWork("stage", Track.Short, [])),
        [typeof(BeatNode)] = stage => stage.Must(new BeatNode(Guid.Empty, "stage", ["sums"])),
        [typeof(LeaveNode)] = stage => stage.Must(new LeaveNode(Guid.Empty)),
        [typeof(KeepWork)] = stage => stage.Must(new KeepWork("stage")),
        [typeof(EndWork)] = async stage => await stage.Centre.DoAsync(new EndWork(WorkId.From(App.Ids.New()), "stage", WorkState.Done)),
        [typeof(ForgetWork)] = stage => stage.Must(new ForgetWork()),
    };

    private static Func<ActStage, Task> OnContact<TResult>(
        Func<ContactId, int, App.Acts.IAct<TResult>> act, Func<ActStage, Task<(Actor Agent, ContactId Contact)>>? before = null, bool walk = true) =>
            async stage =>
    {
        var (agent, contact) = await (before ?? (set => set.InHandAsync()))(stage);
        await stage.Must(act(contact, walk ? await stage.TurnAsync(contact) : 0), agent);
    };

    private static Func<ActStage, Task<(Actor Agent, ContactId Contact)>> Then<TResult>(Func<ContactId, App.Acts.IAct<TResult>> act) => async stage =>
    {
        var (agent, contact) = await stage.InHandAsync();
        await stage.Must(act(contact), agent);
        return (agent, contact);
    };

    private static Func<ActStage, Task> OnReferral<TResult>(Func<ReferralId, ContactId, App.Acts.IAct<TResult>> act, bool byLeader) => async stage =>
    {
        var (agent, contact, referral, leader) = await stage.ReferredAsync();
        await stage.Must(act(referral, contact), byLeader ? leader : agent);
    };

    private static ChangeOpeningWeek Open(string queue) =>
        new(queue, ["08:00-20:00", "08:00-20:00", "08:00-20:00", "08:00-20:00", "08:00-20:00", "", ""], NewQueue: true);

    private static Func<ActStage, Task> OnDraft<TResult>(Func<ProcedureId, int, long, App.Acts.IAct<TResult>> act) => async stage =>
    {
        var (procedure, version, revision) = await stage.DraftAsync();
        await stage.Must(act(procedure, version, revision));
    };

    private static Func<ActStage, Task> OnScenario<TResult>(Func<SavedScenarioId, string, App.Acts.IAct<TResult>> act) => async stage =>
    {
        var scenario = await stage.Must(new SaveScenario(await stage.ForecastAsync(), stage.Name("Scenario"), ActStage.Usual), ActStage.Planner);
        await stage.Must(act(scenario, stage.Name("Renamed")), ActStage.Planner);
    };

    private static async Task<List<int>> QuartersAsync(ActStage stage, int most)
    {
        await using var db = stage.Centre.OpenDb();
        return await db.Set<MeasuresQuarterRow>().Where(row => row.Family == ContactMeasures.Family.Id).OrderBy(row => row.Quarter)
            .Select(row => row.Quarter).Take(most).ToListAsync();
    }
}
