using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

internal sealed class FirstLimit : IFirstStep
{
    public int Place => 40;

    public string Words => "Set a limit of authority";

    public string Why => "Who may decide what, up to which amount; beyond it a decision is referred.";

    public string Url => "/authority";

    public Permission By => Permission.SetAuthority;

    public Task<bool> DoneAsync(ReadingContext context, CancellationToken stop) =>
        context.Db.Set<LimitRow>().AnyAsync(stop);
}
