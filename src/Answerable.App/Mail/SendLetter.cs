using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>Hands a letter to the mail server. Where a server was killed after it was taken it is handed over again under the same number.</summary>
[WorkName("mail.send", MostAttempts = 20)]
internal sealed record SendLetter(LetterId Letter) : IWork
{
    private static readonly Refusal TooOld = new("mail.too-old",
        "The mail server did not take this letter within seven days, and it is not kept any more. What it said has to be sent anew.");

    internal sealed class Performer(SmtpPost post, Dispatcher dispatcher, IDbContextFactory<AnswerableDb> databases) : IPerform<SendLetter>
    {
        public async Task<Outcome<Done>> PerformAsync(SendLetter work, WorkInHand hand, CancellationToken stop)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            if (await db.Set<LetterRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == work.Letter, stop) is not { } row)
                return Done.It; // Taken already.
            if (row.Open(db.Master) is not { } letter)
                return TooOld;
            if (await MailSettingsRow.FindAsync(db, stop) is not { } settings)
                return Post.NotSetUp;
            var handed = await post.SendAsync(settings.Server(db.Master), row.Id, letter, row.MadeAt, stop);
            if (handed.Taken)
                return await dispatcher.DoAsync(new LayLetterDown(row.Id), Actor.System, CancellationToken.None);
            return handed.Passing ? throw new TryAgainException(handed.Says) : new Refusal("mail.refused", handed.Says);
        }
    }
}
