using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Begins a contact by hand: the customer is there already.</summary>
/// <param name="Reference">How the customer is known (an account number); may come later.</param>
/// <param name="CaseNumber">The case it continues; a new one is opened where none is named.</param>
[Needs(Permission.HandleContacts)]
public sealed record StartContact(Channel Channel, string? Type = null, string? Reference = null, int? CaseNumber = null) : IAct<ContactId>
{
    /// <summary>What figures call the queue of contacts that came by none.</summary>
    public const string Queue = "direct";

    internal sealed class Handler : IHandle<StartContact, ContactId>
    {
        public async Task<Outcome<ContactId>> Handle(StartContact act, ActContext context, CancellationToken stop)
        {
            if (context.Who.Line is null)
                return ConductRefusals.NotInLine;
            var (id, kind) = (Ids.New<ContactId>(), await OnDesk.KindAsync(context, stop));
            var type = string.IsNullOrWhiteSpace(act.Type) ? null : act.Type.Trim();
            CustomerId? customer = string.IsNullOrWhiteSpace(act.Reference) ? null : await Customers.IdOfAsync(context.Db, act.Reference.Trim(), context.Now, stop);
            var inCase = await Cases.OfAsync(context, id, act.CaseNumber, customer, kind, stop);
            if (!inCase.Allowed)
                return inCase.Then<ContactId>(_ => id);
            var handling = new HandlingRow
            {
                Contact = id,
                Kind = kind,
                Agent = context.Who.Id,
                Case = inCase.Value,
                Customer = customer,
                Channel = act.Channel,
                TakenAt = context.Now,
            };
            context.Db.Handlings.Add(handling);
            context.Happened(new ContactArrived(act.Channel, Queue, null, customer), id, kind);
            context.Happened(new ContactAnswered(context.Who.Id, context.Who.Team), id, kind);
            await Presenting.ChangeAsync(context, Presence.Busy, stop);
            return type is null ? id : (await Guiding.BeginAsync(context, handling, type, stop)).Then<ContactId>(_ => id);
        }
    }
}
