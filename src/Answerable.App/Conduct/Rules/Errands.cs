using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The errands the Model sends: what it asks of the world outside the walk and the desk.</summary>
/// <param name="walk">The walk that asks; none where no procedure guides the contact.</param>
internal sealed class Errands(ActContext context, HandlingRow handling, Walk? walk, DateTimeOffset at)
{
    public Task DoAsync(Command command, CancellationToken stop) => command switch
    {
        Command.TakeDecision decision => DecideAsync(decision, stop),
        Command.RetractDecision retract => RetractAsync(retract.Node, stop),
        Command.OpenReferral open => OpenAsync(open, stop),
        Command.CloseReferral close => ReferralRows.WithdrawAsync(context, close.Id, close.Why, stop),
        Command.Engage engage => PresenceRows.ChangeAsync(context, engage.Agent, Presence.Busy, stop),
        Command.Release release => PresenceRows.FreeAsync(context, release.Agent, release.Gone, stop),
        _ => throw new InvalidOperationException($"No way to do {command.GetType().Name}."),
    };

    private Walk Walk => walk ?? throw new InvalidOperationException("Only a walk asks for this.");

    private async Task DecideAsync(Command.TakeDecision decision, CancellationToken stop)
    {
        var earlier = decision.Replaces ? await DecisionInForceAsync(decision.Node, stop) : null;
        if (earlier is not null)
            earlier.RetractedAt = at;
        var row = new DecisionRow
        {
            Id = Ids.New(),
            Kind = handling.Kind,
            DecisionKind = decision.DecisionKind,
            Pence = decision.Pence,
            Contact = Walk.Contact,
            Case = Walk.Case,
            Customer = Walk.Customer,
            Walk = Walk.Id,
            Node = decision.Node,
            Procedure = Walk.Procedure,
            Version = Walk.Version,
            By = context.Who.Id,
            ByRole = context.Who.Line!.Value,
            At = at,
            LimitId = decision.LimitId,
            Under = decision.Under,
        };
        context.Db.Set<DecisionRow>().Add(row);
        context.Happened(
            new DecisionTaken(row.Id, row.DecisionKind, row.Pence, row.By, row.Contact, row.Case, row.Customer, row.Procedure, row.Version,
                row.Node, row.LimitId, row.Under, decision.Why, earlier?.Id),
            Walk.Contact, handling.Kind);
    }

    private async Task RetractAsync(string node, CancellationToken stop)
    {
        if (await DecisionInForceAsync(node, stop) is not { } standing)
            return;
        standing.RetractedAt = at;
        context.Happened(new DecisionRetracted(standing.Id, context.Who.Id), Walk.Contact, handling.Kind);
    }

    private Task<DecisionRow?> DecisionInForceAsync(string node, CancellationToken stop) => context.Db.Set<DecisionRow>()
        .Where(row => row.Walk == Walk.Id && row.Node == node && row.RetractedAt == null)
        .OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
        .FirstOrDefaultAsync(stop);

    private async Task OpenAsync(Command.OpenReferral open, CancellationToken stop)
    {
        await ReferralRows.OpenAsync(context, handling, walk, open, at, stop);
        if (open.DecisionKind is { } kind)
            context.Happened(
                new DecisionReferred(kind, open.Pence, open.TotalPence, context.Who.Id, Walk.Contact, Walk.Case, Walk.Procedure, Walk.Version,
                    open.Node, open.LimitId, open.Id, open.Why),
                Walk.Contact, handling.Kind);
    }
}
