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
        public Task<Outcome<Done>> Handle(MakeNote act, ActContext context, CancellationToken stop) => OnDesk.DoAsync(context, act.Contact, async handling =>
        {
            if (act.Words.Trim().Length > OwnWords.Most)
                return new Refusal("note.too-long", "A note has up to 4,000 characters; make two.", nameof(Words));
            if (await OwnWords.KeepAsync(context.Db, handling.Owner, act.Words, stop) is not { } words)
                return new Refusal("note.empty", "Write the note first.", nameof(Words));
            var walk = await WalkInHand.OfAsync(context, handling, stop);
            context.Db.Notes.Add(new NoteRow
            {
                Words = words,
                Contact = handling.Contact,
                Case = handling.Case,
                Node = walk?.Walk.At,
                By = context.Who.Id,
                At = Instant.Of(context.Now),
            });
            if (walk is not null)
                return (await walk.TakeAsync(new Move.MakeNote(words), stop)).Then<Done>(_ => Done.It);
            context.Happened(new FreeNoteMade(words, context.Who.Id), handling.Contact, handling.Kind);
            return Done.It;
        }, stop);
    }
}
