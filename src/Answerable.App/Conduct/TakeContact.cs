using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.Model;
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
            if (context.Who.Line is null)
                return ConductRefusals.NotInLine;
            if (await context.Db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == act.Contact, stop) is not { } waiting)
                return ConductRefusals.NoSuchContact;
            if (waiting.State != ContactState.Waiting)
                return await GoneAsync(context, waiting, stop);
            var inCase = await Cases.OfAsync(context, waiting.Id, null, waiting.Customer, waiting.Kind, stop);
            var handling = new HandlingRow
            {
                Contact = waiting.Id,
                Kind = waiting.Kind,
                Agent = context.Who.Id,
                Case = inCase.Value,
                Customer = waiting.Customer,
                Channel = waiting.Channel,
                TakenAt = context.Now,
            };
            context.Db.Handlings.Add(handling);
            context.Happened(new ContactAnswered(context.Who.Id, context.Who.Team), waiting.Id, waiting.Kind);
            await Presenting.ChangeAsync(context, Presence.Busy, stop);
            context.Tell(Topics.Queue);
            // Telephony may deliver a type nobody has defined here: the agent then chooses one.
            return waiting.Type is { } type && await context.Db.ContactTypes.AnyAsync(row => row.Code == type, stop)
                ? (await Guiding.BeginAsync(context, handling, type, stop)).Then<ContactId>(_ => waiting.Id)
                : waiting.Id;
        }

        private static async Task<Refusal> GoneAsync(ActContext context, Contacts.ContactRow contact, CancellationToken stop) => contact.State switch
        {
            ContactState.Abandoned => new Refusal("contact.gone", "The customer left before anybody answered. Take the next one."),
            ContactState.Excluded => new Refusal("contact.gone", "This was not a contact after all. Take the next one."),
            _ => new Refusal("contact.taken", contact.Agent is { } agent
                ? $"{await Colleagues.NameAsync(context.Db, agent, stop)} took this contact a moment before you. Take the next one."
                : "Somebody took this contact a moment before you. Take the next one."),
        };
    }
}
