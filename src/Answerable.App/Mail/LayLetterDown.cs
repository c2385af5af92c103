using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>Takes away a letter the mail server has taken; and, by the clock, those that are too old to be of use.</summary>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record LayLetterDown(LetterId? Letter = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<LayLetterDown, Done>
    {
        public async Task<Outcome<Done>> Handle(LayLetterDown act, ActContext context, CancellationToken stop)
        {
            var (rows, before) = (context.Db.Set<LetterRow>(), context.Now - LetterRow.Kept);
            await (act.Letter is { } letter ? rows.Where(row => row.Id == letter) : rows.Where(row => row.MadeAt < before)).ExecuteDeleteAsync(stop);
            return Done.It;
        }
    }
}
