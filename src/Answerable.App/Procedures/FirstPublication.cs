using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

internal sealed class FirstPublication : IFirstStep
{
    public int Place => 50;

    public string Words => "Publish a first procedure";

    public string Why => "From then on it leads whoever takes such a contact, step by step.";

    public string Url => "/procedures";

    public Permission By => Permission.PublishProcedures;

    public Task<bool> DoneAsync(ReadingContext context, CancellationToken stop) =>
        context.Db.Set<PublicationRow>().AnyAsync(stop);
}
