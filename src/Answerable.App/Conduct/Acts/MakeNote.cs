using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

[Needs(Permission.HandleContacts)]
public sealed record MakeNote(ContactId Contact, string Words) : IAct<Done>
{
    internal sealed class Handler : IHandle<MakeNote, Done>
    {
        public async Task<Outcome<Done>> Handle(MakeNote act, ActContext context, CancellationToken stop)
        {
            if (await ContactInHand.OfAsync(context, act.Contact, stop) is not { } inHand)
                return ConductRefusals.NoSuchContact;
            if (act.Words.Shown().Length > OwnWords.Most)
                return new Refusal("note.too-long", "A note has up to 4,000 characters; make two.", nameof(Words));
            if (await OwnWords.KeepAsync(context.Db, inHand.Row.Owner, act.Words, stop) is not { } words)
                return new Refusal("note.empty", "Write the note first.", nameof(Words));
            context.Db.Set<NoteRow>().Add(new NoteRow
            {
                Words = words,
                Contact = act.Contact,
                Case = inHand.Row.Case,
                Node = inHand.Walk?.Walk.At,
                By = context.Who.Id,
                At = Instant.Of(context.Now),
            });
            return await inHand.TakeAsync(new HandlingMove.MakeNote(words), stop);
        }
    }
}
