using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Home;

internal sealed class CentreSaid : IFirstStep
{
    public int Place => 10;

    public string Words => "Say what the centre is";

    public string Why => "Its name, clock, money, bank holidays and opening hours: figures are cut and shown by them.";

    public string Url => "/centre";

    public Permission By => Permission.AdministerSystem;

    public Task<bool> DoneAsync(ReadingContext context, CancellationToken stop) =>
        context.Db.Set<CentreRow>().AnyAsync(centre => centre.Revision > 1, stop);
}
