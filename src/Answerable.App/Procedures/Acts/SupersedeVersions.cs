using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Procedures;

/// <summary>Marks as superseded every version in whose place a later one has taken effect by now. Done by the clock.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record SupersedeVersions : IAct<int>
{
    internal sealed class Handler : IHandle<SupersedeVersions, int>
    {
        public async Task<Outcome<int>> Handle(SupersedeVersions act, ActContext context, CancellationToken stop)
        {
            var count = await Supersession.ApplyAsync(context, null, stop);
            if (count > 0)
                context.Tell("procedures");
            return count;
        }
    }
}
