using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>Whither the journal's head is sent each day, and what came of the last of it.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record Anchoring : IReading<Anchoring.View>
{
    private const int Shown = 30;

    public sealed record View(string Folder, string Url, string MailTo, long Revision, IReadOnlyList<Sending> Sendings);

    /// <param name="Reason">Why it was not sent yet.</param>
    public sealed record Sending(DateOnly Day, AnchorPlace Place, long Number, int Attempts, DateTimeOffset TriedAt, DateTimeOffset? SentAt,
        string? Reason);

    internal sealed class Reader : IAnswer<Anchoring, View>
    {
        public async Task<Outcome<View>> Answer(Anchoring reading, ReadingContext context, CancellationToken stop)
        {
            var row = await AnchoringRow.OfAsync(context.Db, stop);
            var sendings = await context.Db.Set<AnchorSendingRow>().OrderByDescending(sent => sent.Day).ThenBy(sent => sent.Place).Take(Shown)
                .ToListAsync(stop);
            return new View(row.Folder, row.Url, row.MailTo, row.Revision, sendings.ConvertAll(sent =>
                new Sending(sent.Day, sent.Place, sent.Number, sent.Attempts, sent.TriedAt, sent.SentAt, sent.Reason)));
        }
    }
}
