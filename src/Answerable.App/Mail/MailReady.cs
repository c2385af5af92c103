using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>Whether mail can be sent: for pages that offer it.</summary>
[Needs(Permission.SignedIn)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record MailReady : IReading<bool>
{
    internal sealed class Reader : IAnswer<MailReady, bool>
    {
        public async Task<Outcome<bool>> Answer(MailReady reading, ReadingContext context, CancellationToken stop) =>
            await context.Db.Set<MailSettingsRow>().AnyAsync(stop);
    }
}
