using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Writes down that somebody signed in, or why they were refused. An address nobody has is not written down.</summary>
[Needs(Permission.Anyone)]
public sealed record NoteSignIn(string Email, string? RefusedBecause, bool SecondFactor = false) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteSignIn, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteSignIn act, ActContext context, CancellationToken stop)
        {
            var normal = Credentials.Normal(act.Email);
            var found = await context.Db.Users.Where(person => person.NormalizedEmail == normal).Select(person => (Guid?)person.Id).SingleOrDefaultAsync(stop);
            if (found is not { } value)
                return Done.It;
            var person = PersonId.From(value);
            context.Happened(act.RefusedBecause is { } why ? new SignInRefused(person, why) : new PersonSignedIn(person, act.SecondFactor), person);
            return Done.It;
        }
    }
}
