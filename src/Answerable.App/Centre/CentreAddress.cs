using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Where the server that was started last is known; nothing where none has said so yet.</summary>
[Needs(Permission.AdministerPeople)]
[Unscoped("one address of the whole centre")]
public sealed record CentreAddress : IReading<string?>
{
    internal sealed class Reader : IAnswer<CentreAddress, string?>
    {
        public async Task<Outcome<string?>> Answer(CentreAddress reading, ReadingContext context, CancellationToken stop) =>
            (await CentreRow.OfAsync(context.Db, stop)).Address;
    }
}
