using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>Whether this is the demo centre, so that every page can say so.</summary>
[Needs(Permission.Anyone)]
public sealed record DemoPresent : IReading<bool>
{
    internal sealed class Reader : IAnswer<DemoPresent, bool>
    {
        // Once invented people are here they stay: asked for on every page, it is looked up no more.
        private volatile bool _known;

        public async Task<Outcome<bool>> Answer(DemoPresent reading, ReadingContext context, CancellationToken stop) =>
            _known || (_known = await context.Db.Teams.AnyAsync(team => team.Demo, stop));
    }
}
