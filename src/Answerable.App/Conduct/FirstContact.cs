using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

internal sealed class FirstContact : IFirstStep
{
    public int Place => 60;

    public string Words => "Take a first contact";

    public string Why => "At the desk, or delivered by telephony, or brought in as a file.";

    public string Url => "/desk";

    public Permission By => Permission.HandleContacts;

    public Task<bool> DoneAsync(ReadingContext context, CancellationToken stop) =>
        context.Db.Set<ContactRow>().AnyAsync(stop);
}
