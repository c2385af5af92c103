using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

internal sealed class FirstContactType : IFirstStep
{
    public int Place => 30;

    public string Words => "Say what people contact you about";

    public string Why => "Begin with a procedure of the starter library, and make it yours.";

    public string Url => "/procedures/starters";

    public Permission By => Permission.WriteProcedures;

    public Task<bool> DoneAsync(ReadingContext context, CancellationToken stop) =>
        context.Db.Set<ContactTypeRow>().AnyAsync(stop);
}
