using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>
/// Hands a letter to the mail server. Where a server was killed after it was taken it is handed over again under the same number; one that was
/// only held up finds out, before it hands it over, that another has taken its place.
/// </summary>
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
            var handed = await post.SendAsync(settings.Server(db.Master), row.Id, letter, row.MadeAt, stop, now => StillToSendAsync(work, hand, now));
            // That it was taken is true whoever has the work in hand by now: who is about to send it again finds nothing left to send.
            if (handed.Taken)
                return await dispatcher.DoAsync(new LayLetterDown(row.Id), Actor.System, CancellationToken.None);
            return handed.Passing ? throw new TryAgainException(handed.Says) : new Refusal("mail.refused", handed.Says);
        }

        /// <summary>
        /// Until here the mail server may have kept us waiting longer than the others believe that this one is at work: where another has it in
        /// hand it is that one's.
        /// </summary>
        private async Task<bool> StillToSendAsync(SendLetter work, WorkInHand hand, CancellationToken stop)
        {
            if (!(await dispatcher.DoAsync(new KeepWork(hand.Node, (hand.Id, hand.Attempt)), Actor.System, stop)).Allowed)
                hand.Stop();
            stop.ThrowIfCancellationRequested();
            await using var db = await databases.CreateDbContextAsync(stop);
            return await db.Set<LetterRow>().AnyAsync(row => row.Id == work.Letter, stop);
        }
    }
}
