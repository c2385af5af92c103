using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>Takes away a letter the mail server has taken; and, by the clock, empties those that are too old to be of use: whoever tries to send
/// one is to hear that it was not sent.</summary>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record LayLetterDown(LetterId? Letter = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<LayLetterDown, Done>
    {
        public async Task<Outcome<Done>> Handle(LayLetterDown act, ActContext context, CancellationToken stop)
        {
            var rows = context.Db.Set<LetterRow>();
            if (act.Letter is { } letter)
                await rows.Where(row => row.Id == letter).ExecuteDeleteAsync(stop);
            else
                await EmptyAsync(rows, context.Now, stop);
            return Done.It;
        }

        private static async Task EmptyAsync(DbSet<LetterRow> rows, DateTimeOffset now, CancellationToken stop)
        {
            var (useful, known) = (now - LetterRow.Kept, now - LetterRow.Known);
            await rows.Where(row => row.MadeAt < useful && row.Content != "")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, ""), stop);
            await rows.Where(row => row.MadeAt < known).ExecuteDeleteAsync(stop);
        }
    }
}
