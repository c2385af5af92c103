using Answerable.Analysis.Conduct;
using Answerable.Analysis.Measures;
using Answerable.App.Conduct;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Conduct;

public sealed class StepFiguresTests
{
    [Theory, EachDatabase]
    public async Task Each_step_says_how_often_how_long_and_how_often_it_did_not_go_straight(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await SettledAsync(desk, desk.Agent, seconds: 20, heldSeconds: 30);
        await SettledAsync(desk, desk.Agent, seconds: 41);
        var back = await desk.AtGoodwillAsync();
        await desk.Must(new GoBack(back, "n3", await desk.TurnAsync(back)), desk.Agent);
        await desk.Must(new AnswerDecision(back, "n2", await desk.TurnAsync(back), "a1"), desk.Agent);
        await desk.ReferredAsync(back, "60");

        var steps = (await ReadAsync(desk)).Steps;
        Assert.Equal(["n1", "n2", "n3", "n4"], steps.Keys.Order());
        Assert.Equal((3, 4, 2, 2),
            (Of(steps, "n1", StepKpis.Taken), Of(steps, "n2", StepKpis.Taken), Of(steps, "n3", StepKpis.Taken), Of(steps, "n4", StepKpis.Taken)));
        Assert.Equal((20, 30.5), (Of(steps, "n3", StepKpis.MedianTime), Of(steps, "n3", StepKpis.MeanTime)));
        Assert.Equal((25, 0), (Of(steps, "n2", StepKpis.GoneBackOn), Of(steps, "n1", StepKpis.GoneBackOn)));
        Assert.Equal((1, 0), (Of(steps, "n3", StepKpis.Referred), Of(steps, "n2", StepKpis.Referred)));
    }

    [Theory, EachDatabase]
    public async Task A_step_left_out_and_a_contact_broken_off_are_not_taken(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await SettledAsync(desk, desk.Agent, seconds: 20);
        var without = await desk.AtGoodwillAsync();
        await desk.Must(new SkipStep(without, "n3", await desk.TurnAsync(without), SkipReason.AlreadyDone), desk.Agent);
        var steps = (await ReadAsync(desk)).Steps;
        Assert.Equal((1, 50, 20), (Of(steps, "n3", StepKpis.Taken), Of(steps, "n3", StepKpis.LeftOut), Of(steps, "n3", StepKpis.MeanTime)));
    }

    [Theory, EachDatabase]
    public async Task They_are_told_apart_by_channel_and_by_the_role_people_had_then(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await SettledAsync(desk, desk.Agent, seconds: 10);
        await SettledAsync(desk, desk.Senior, seconds: 50);
        desk.Centre.Time.Pass(TimeSpan.FromMinutes(20));
        await desk.Must(new PlacePerson(desk.Agent.Person!.Value, desk.Team, [Role.TeamLeader]), Actor.System);
        await desk.Centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync();
        Assert.Equal(10, Of((await ReadAsync(desk, Role.Agent)).Steps, "n3", StepKpis.MeanTime));
        Assert.Equal(50, Of((await ReadAsync(desk, Role.SeniorAgent)).Steps, "n3", StepKpis.MeanTime));
        Assert.Empty((await ReadAsync(desk, Role.TeamLeader)).Steps);
        Assert.Equal(30, Of((await ReadAsync(desk, channel: Channel.Phone)).Steps, "n3", StepKpis.MeanTime));
        Assert.Empty((await ReadAsync(desk, channel: Channel.Email)).Steps);
    }

    [Theory, EachDatabase]
    public async Task Read_again_and_again_they_are_what_they_come_to_at_once(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        for (var number = 0; number < 4; number++)
        {
            await SettledAsync(desk, number % 2 == 0 ? desk.Agent : desk.Senior, seconds: 7 * number + 1);
            desk.Centre.Time.Pass(TimeSpan.FromMinutes(6));
            await ReadAsync(desk);
        }
        var before = await KeptAsync(desk);
        Assert.Contains("steps.taken=", before, StringComparison.Ordinal);
        await desk.Centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync();
        Assert.Equal(before, await KeptAsync(desk));
    }

    /// <summary>The contact of today says of the one of the day before yesterday that it was repeated: a quarter-hour that steps are kept of as
    /// well.</summary>
    [Theory, EachDatabase]
    public async Task Families_of_one_quarter_hour_do_not_meddle_with_each_other(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database, new DateTimeOffset(2026, 10, 9, 8, 0, 0, TimeSpan.Zero));
        await SettledAsync(desk, desk.Agent, seconds: 20, reference: "AC 77");
        Assert.Equal(20, Of((await ReadAsync(desk)).Steps, "n3", StepKpis.MeanTime));
        desk.Centre.Time.Pass(TimeSpan.FromDays(2));
        await SettledAsync(desk, desk.Agent, seconds: 20, reference: "AC 77");
        var repeats = new KpiFigures("contacts-not-repeated", new DateOnly(2026, 10, 9), new DateOnly(2026, 10, 12));
        // Not until its days have passed is either known.
        Assert.Equal((0, 0), await RepeatsAsync());
        desk.Centre.Time.Pass(TimeSpan.FromDays(6));
        Assert.Equal((0, 1), await RepeatsAsync());
        desk.Centre.Time.Pass(TimeSpan.FromDays(3));
        Assert.Equal((1, 2), await RepeatsAsync());
        Assert.Equal(20, Of((await ReadAsync(desk)).Steps, "n3", StepKpis.MeanTime));

        async Task<(long?, long?)> RepeatsAsync() =>
            (await desk.Look(repeats, desk.Manager)).Total is var figure ? (figure.Numerator, figure.Denominator) : default;
    }

    /// <summary>A centre that has worked for years before this was measured: nothing is kept of the family, and nothing has been followed.</summary>
    [Theory, EachDatabase]
    public async Task A_family_that_comes_later_finds_all_there_was_before_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await SettledAsync(desk, desk.Agent, seconds: 33);
        await ReadAsync(desk);
        var before = await KeptAsync(desk);
        await using (var db = desk.Centre.OpenDb())
        {
            await db.Set<MeasuresQuarterRow>().Where(row => row.Family == StepMeasures.Family.Id).ExecuteDeleteAsync();
            await db.Set<MeasuresFollowRow>().ExecuteDeleteAsync();
        }
        Assert.Equal(33, Of((await ReadAsync(desk)).Steps, "n3", StepKpis.MeanTime));
        Assert.Equal(before, await KeptAsync(desk));
    }

    private static async Task SettledAsync(DeskCentre desk, Actor who, int seconds, int heldSeconds = 0, string? reference = null)
    {
        var contact = await desk.AtGoodwillAsync(who, reference: reference);
        if (heldSeconds > 0)
        {
            await desk.Must(new HoldContact(contact), who);
            desk.Centre.Time.Pass(TimeSpan.FromSeconds(heldSeconds));
            await desk.Must(new RetrieveContact(contact), who);
        }
        desk.Centre.Time.Pass(TimeSpan.FromSeconds(seconds));
        Assert.True((await desk.GiveAsync(contact, "12.50", who)).Allowed);
        await desk.Must(new EndContact(contact), who);
        await desk.Must(new FinishWrap(contact), who);
    }

    private static async Task<StepFigures.Finding> ReadAsync(DeskCentre desk, Role? role = null, Channel? channel = null)
    {
        await using var db = desk.Centre.OpenDb();
        var procedure = await db.Set<ProcedureRow>().Select(row => row.Id).SingleAsync();
        return await desk.Look(new StepFigures(procedure, 1, new DateOnly(2026, 10, 9), new DateOnly(2026, 10, 10))
        { Role = role, Channel = channel }, desk.Manager);
    }

    private static double Of(IReadOnlyDictionary<string, IReadOnlyList<Figure>> steps, string step, Kpi kpi) =>
        steps[step][StepKpis.All.ToList().IndexOf(kpi)].Value ?? double.NaN;

    private static async Task<string> KeptAsync(DeskCentre desk)
    {
        var image = await desk.Centre.Services.GetRequiredService<MeasuresStores>().Of(StepMeasures.Family).CurrentAsync(default);
        return string.Join('\n', image.Quarters.SelectMany(quarter => quarter.ToCells(image.Names)
            .Select(pair => $"{quarter.Quarter} {pair.Key} {pair.Cell}")).Order(StringComparer.Ordinal));
    }
}
