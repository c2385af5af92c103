using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>Mail as acts send it: with their own commit, or not at all.</summary>
internal static class Post
{
    public static readonly Refusal NotSetUp = new("mail.not-set-up", "No mail server is set up. An administrator does that under Mail.");

    /// <param name="doing">What is being sent, in words that name nobody.</param>
    public static async Task<Outcome<LetterId>> MailAsync(this ActContext context, Letter letter, string doing, CancellationToken stop)
    {
        if (!await context.Db.Set<MailSettingsRow>().AnyAsync(stop))
            return NotSetUp;
        if (!MailAddresses.IsAddress(letter.To))
            return new Refusal("mail.no-address", "Mail cannot be sent to this address. Give another, such as name@example.org.");
        var row = LetterRow.Of(letter, context.Db.Master, context.Now);
        context.Db.Add(row);
        context.Afterwards(new SendLetter(row.Id), doing);
        return row.Id;
    }
}
