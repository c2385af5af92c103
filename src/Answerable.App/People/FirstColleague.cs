using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

internal sealed class FirstColleague : IFirstStep
{
    public int Place => 20;

    public string Words => "Invite those who work here";

    public string Why => "Each gets a link to choose a password by. A designer, a manager and somebody who handles contacts are needed.";

    public string Url => "/people";

    public Permission By => Permission.AdministerPeople;

    public Task<bool> DoneAsync(ReadingContext context, CancellationToken stop) =>
        context.Db.Set<PersonRow>().Where(person => person.DeactivatedAt == null).OrderBy(person => person.Id).Skip(1)
            .AnyAsync(stop);
}
