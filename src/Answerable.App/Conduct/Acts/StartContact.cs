using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

/// <summary>Begins a contact by hand: the customer is there already.</summary>
/// <param name="Reference">How the customer is known (an account number); may come later.</param>
/// <param name="CaseNumber">The case it continues; a new one is opened where none is named.</param>
[Needs(Permission.HandleContacts)]
public sealed record StartContact(Channel Channel, string? Type = null, [ToTheLetter] string? Reference = null,
    int? CaseNumber = null) : IAct<ContactId>
{
    /// <summary>What figures call the queue of contacts that came by none.</summary>
    public const string Queue = "direct";

    internal sealed class Handler : IHandle<StartContact, ContactId>
    {
        public async Task<Outcome<ContactId>> Handle(StartContact act, ActContext context, CancellationToken stop)
        {
            var id = Ids.New<ContactId>();
            var kind = await context.KindOfAsync(id.Value, stop);
            var type = act.Type?.Trim() ?? "";
            CustomerId? customer = null;
            if (!string.IsNullOrWhiteSpace(act.Reference))
            {
                var named = await NamedCustomer.OfAsync(context, act.Reference, stop);
                if (!named.Allowed)
                    return named.As<ContactId>();
                customer = named.Value;
            }
            var inCase = await Cases.OfAsync(context, id, act.CaseNumber, customer, kind, stop);
            if (!inCase.Allowed)
                return inCase.As<ContactId>();
            customer ??= (await context.Db.Set<CaseRow>().FindAsync([inCase.Value], stop))?.Customer;
            var guide = type.Length == 0 ? null : await Guides.OfAsync(context, type, inCase.Value, stop);
            if (type.Length > 0 && guide is null)
                return ConductRefusals.NoSuchType;
            var by = await ContactInHand.StandingAsync(context, id, null, stop);
            var begun = Desk.Start(id, act.Channel, Queue, inCase.Value, customer, guide, by, Instant.Of(context.Now));
            if (!begun.Allowed)
                return begun.As<ContactId>();
            var row = new HandlingRow { Contact = id, Kind = kind, Channel = act.Channel, TakenAt = context.Now };
            return await ContactInHand.KeepNewAsync(context, row, begun.Value, stop);
        }
    }
}
