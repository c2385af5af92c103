using Answerable.App.Operations;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

internal sealed class MailStands(IDbContextFactory<AnswerableDb> databases) : IStands
{
    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var (settings, letters) = (await MailSettingsRow.FindAsync(db, stop), await db.Set<LetterRow>().CountAsync(row => row.Content != "", stop));
        return [new HealthLine("Mail", "Mail server", settings is null ? "none is set up" : $"{settings.Host}, port {settings.Port}"),
            new HealthLine("Mail", "Letters not taken yet", $"{letters}")];
    }
}
