using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>What a person had in hand is put down once they may go on with it no more.</summary>
internal sealed class ContactsFollow(Dispatcher dispatcher) : IFollowPerson
{
    public async Task<Outcome<Done>> FollowAsync(CancellationToken stop) =>
        (await dispatcher.DoAsync(new PutDownContacts(), Actor.System, stop)).Then<Done>(_ => Done.It);
}
