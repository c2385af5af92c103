using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Writes down that one's own second factor was set or taken off.</summary>
[Needs(Permission.SignedIn)]
public sealed record NoteSecondFactor(bool On) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteSecondFactor, Done>
    {
        public Task<Outcome<Done>> Handle(NoteSecondFactor act, ActContext context, CancellationToken stop)
        {
            context.Happened(new SecondFactorSet(context.Who.Id, act.On), context.Who.Id);
            return Task.FromResult<Outcome<Done>>(Done.It);
        }
    }
}
