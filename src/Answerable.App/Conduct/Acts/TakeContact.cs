using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Takes a contact that waits.</summary>
[Needs(Permission.HandleContacts)]
public sealed record TakeContact(ContactId Contact) : IAct<ContactId>
{
    internal sealed class Handler : IHandle<TakeContact, ContactId>
    {
        public async Task<Outcome<ContactId>> Handle(TakeContact act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<ContactRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == act.Contact, stop) is not { } waiting)
                return ConductRefusals.NoSuchContact;
            // Who was erased while it waited is nobody here any more; they can be named anew.
            var customer = await Customers.ErasedAtAsync(context.Db, waiting.Customer, stop) is null ? waiting.Customer : null;
            var by = await ContactInHand.StandingAsync(context, waiting.Id, waiting.Agent, stop);
            var inCase = Ids.New<CaseId>();
            var guide = waiting.Type is { } type ? await Guides.OfAsync(context, type, inCase, stop) : null;
            var taken = Desk.Take(waiting.Contact() with { Customer = customer }, inCase, guide, by, Instant.Of(context.Now));
            if (!taken.Allowed)
                return await ContactInHand.HiddenAsync(context, waiting.Id, waiting.Agent, stop)
                    ? ConductRefusals.NoSuchContact : taken.As<ContactId>();
            await Cases.OpenAsync(context, inCase, waiting.Id, customer, waiting.Kind, stop);
            var row = new HandlingRow { Contact = waiting.Id, Kind = waiting.Kind, Channel = waiting.Channel, TakenAt = context.Now };
            context.Tell(Topics.Queue);
            return await ContactInHand.KeepNewAsync(context, row, taken.Value, stop);
        }
    }
}
