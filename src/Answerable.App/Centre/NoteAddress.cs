using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Says where a server that was started is known: links that are made without it, by the command line, name that.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record NoteAddress(Uri Address) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteAddress, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteAddress act, ActContext context, CancellationToken stop)
        {
            (await CentreRow.OfAsync(context.Db, stop)).Address = act.Address.GetLeftPart(UriPartial.Authority);
            return Done.It;
        }
    }
}
