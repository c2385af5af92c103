using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>A walk taken up by an act: moves go through the interpreter, its facts to the journal, its commands to their rows.</summary>
internal sealed class WalkInHand(ActContext context, HandlingRow handling, WalkRow row, Chart chart)
{
    public Walk Walk { get; private set; } = WalkJson.Read(row.State);
    public HandlingRow Handling => handling;
    public Chart Chart => chart;

    public Node Node => chart.Find(Walk.At) ?? throw new InvalidOperationException($"Version {row.Version} has no node {Walk.At}.");

    public static async Task<WalkInHand?> OfAsync(ActContext context, HandlingRow handling, CancellationToken stop)
    {
        if (handling.Walk is not { } id || await context.Db.Set<WalkRow>().FindAsync([id], stop) is not { } row)
            return null;
        var version = await GuidingVersion.OfAsync(context.Db, row.Procedure, row.Version, stop);
        return new WalkInHand(context, handling, row, version.Chart);
    }

    public async Task<Outcome<Turn>> TakeAsync(Move move, CancellationToken stop)
    {
        if (context.Who.Line is null)
            return DeskRefusals.NotInLine;
        var at = Instant.Of(context.Now);
        var standing = await WalkStanding.OfAsync(context.Db, chart, Walk, Decider.Of(context.Who), at, stop);
        var taken = Interpreter.Take(chart, Walk, move, standing, at);
        if (taken.Allowed && await BeyondAsync(move, taken.Value, standing, at, stop) is { } beyond)
            return beyond;
        if (taken.Allowed)
            await ApplyAsync(taken.Value, at, stop);
        return taken;
    }

    /// <summary>An amount nobody may approve is asked for only by one who knows it: they have a customer to answer.</summary>
    private async Task<Refusal?> BeyondAsync(Move move, Turn turn, Standing standing, DateTimeOffset at, CancellationToken stop)
    {
        if (move is not Move.Do { AllTheSame: false } || Node is not Step { Authority.AmountField: { } field }
            || turn.Commands.OfType<Command.OpenReferral>().SingleOrDefault() is not { DecisionKind: { } code, Pence: { } pence } open)
            return null;
        var route = new Route(open.AtLeast, context.Who.Id, context.Who.Team, new Asked(code, pence, Walk.Contact, Walk.Case, Walk.Customer),
            standing.Kind(code), standing.Matrix, standing.Given, at);
        var reach = route.Reach(await Colleagues.OfAsync(context.Db, stop), standing.Decider)!;
        return reach.Covers(pence) ? null : new Refusal(Reach.Beyond, reach.ToAsker(pence), field);
    }

    private async Task ApplyAsync(Turn turn, DateTimeOffset at, CancellationToken stop)
    {
        (Walk, row.State) = (turn.Walk, WalkJson.Write(turn.Walk));
        row.EndedAt = turn.Walk.End?.At;
        foreach (var fact in turn.Facts)
            context.Happened(fact, row.Id, handling.Kind);
        var errands = new Errands(context, handling, turn.Walk, at);
        foreach (var command in turn.Commands)
            await errands.DoAsync(command, stop);
        context.Tell(Topics.Desk(turn.Walk.Agent));
    }
}
