using Answerable.App.Procedures;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>
/// The contact types and their procedures: drafted by a designer, published by a manager, two of them improved since,
/// and one with a draft of its next version on the desk.
/// </summary>
internal static class FillProcedures
{
    private static readonly Actor Designer = DemoPeople.Accounts.First(person => person.Role == Role.Designer).Actor;
    private static readonly Actor Publisher = DemoPeople.Accounts.First(person => person.Role == Role.Manager).Actor;

    public static async Task RunAsync(DemoHand hand, DemoMoments moments, CancellationToken stop)
    {
        if (await hand.Db.Set<ContactTypeRow>().AnyAsync(row => row.Code == DemoProcedure.All[0].Type.Code, stop))
            return;
        foreach (var procedure in DemoProcedure.All)
            await DesignAsync(hand, procedure, moments, stop);
    }

    private static async Task DesignAsync(DemoHand hand, DemoProcedure designed, DemoMoments moments, CancellationToken stop)
    {
        var code = designed.Type.Code;
        await hand.DoAsync<DefineContactType, ContactTypeId>(new DefineContactType(designed.Type), Designer, moments.Begins, stop);
        var id = await hand.DoAsync<DraftProcedure, ProcedureId>(new DraftProcedure(code, designed.Earlier ?? designed.Chart), Designer,
            moments.Begins, stop);
        await PublishAsync(hand, id, 1, moments.Begins, stop);
        if (designed.Earlier is null)
            return;
        var improved = moments.ImprovedFrom(code);
        await ImproveAsync(hand, id, 1, designed.Chart, improved.AddDays(-9), stop);
        await PublishAsync(hand, id, 2, improved, stop);
        if (code == "missed-bin")
            await ImproveAsync(hand, id, 2, WithNextIdea(designed.Chart), moments.Now.AddDays(-2), stop);
    }

    private static async Task ImproveAsync(DemoHand hand, ProcedureId id, int from, Chart to, DateTimeOffset at, CancellationToken stop)
    {
        var number = await hand.DoAsync<DraftNextVersion, int>(new DraftNextVersion(id, from), Designer, at, stop);
        await hand.DoAsync<EditVersion, Edited>(new EditVersion(id, number, await RevisionAsync(hand, id, number, stop), new Rewritten(to)), Designer,
            at.AddHours(3), stop);
    }

    private static async Task PublishAsync(DemoHand hand, ProcedureId id, int number, DateTimeOffset at, CancellationToken stop) =>
        await hand.DoAsync<PublishVersion, DateTimeOffset>(new PublishVersion(id, number, await RevisionAsync(hand, id, number, stop)), Publisher, at,
            stop);

    private static Task<long> RevisionAsync(DemoHand hand, ProcedureId id, int number, CancellationToken stop) =>
        hand.Db.Set<VersionRow>().Where(row => row.Procedure == id && row.Number == number).Select(row => row.Revision).SingleAsync(stop);

    // The designer is thinking about residents who ring while the crew is still out.
    private static Chart WithNextIdea(Chart chart) => chart with
    {
        Nodes = [.. chart.Nodes.Select(node => node is Step { Key: "n9" } step
            ? step with
            {
                Title = "Ask to wait, and offer a text this evening",
                Guideline = step.Guideline with
                    { Say = "The crew is still out and may come by until four o'clock. Shall we send you a text at five, with a link to book the " +
                    "return if it is still full?" },
            }
            : node)],
    };

    /// <summary>The whole chart as its document tells it.</summary>
    private sealed record Rewritten(Chart To) : ChartEdit
    {
        public override Outcome<Chart> Apply(Chart chart) => WholeChart.Of(To with { KeysGiven = Math.Max(To.LastKey(), chart.LastKey()) });
        public override string Words(Chart before) => "Rewrote the procedure after reading the contacts that came twice";
        public override string? NodeIn(Chart before) => null;
    }
}
