using Answerable.App.Acts;
using Answerable.App.Mail;
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

    public sealed record View(string Folder, string Url, string MailTo, long Revision, IReadOnlyList<Sending> Sendings,
        bool Rests);

    public enum Came
    {
        Sent,

        /// <summary>By mail, and not taken by the mail server yet.</summary>
        InOutbox,
        TriedAgain,

        /// <summary>And is not tried again: a later day's holds all that it held.</summary>
        NotSent,
    }

    /// <param name="SentAt">When it was sent, or laid into the outbox.</param>
    /// <param name="Reason">Why it was not sent.</param>
    public sealed record Sending(DateOnly Day, AnchorPlace Place, long Number, int Attempts, DateTimeOffset TriedAt, DateTimeOffset? SentAt,
        string? Reason, Came Came, bool Former);

    internal sealed class Reader : IAnswer<Anchoring, View>
    {
        public async Task<Outcome<View>> Answer(Anchoring reading, ReadingContext context, CancellationToken stop)
        {
            var row = await AnchoringRow.OfAsync(context.Db, stop);
            var sendings = await context.Db.Set<AnchorSendingRow>().OrderByDescending(sent => sent.Day).ThenBy(sent => sent.Place).Take(Shown)
                .ToListAsync(stop);
            var ids = sendings.Select(sent => sent.Letter).OfType<LetterId>().ToArray();
            var letters = await context.Db.Set<LetterRow>().Where(letter => EF.Parameter(ids).Contains(letter.Id))
                .ToDictionaryAsync(letter => letter.Id, letter => letter.Content.Length == 0, stop);
            return new View(row.Folder, row.Url, row.MailTo, row.Revision, sendings.ConvertAll(sent => Of(sent, letters, context.Now)),
                row.Rests);
        }

        /// <param name="letters">That lie still, and whether they are too old.</param>
        private static Sending Of(AnchorSendingRow sent, Dictionary<LetterId, bool> letters, DateTimeOffset now)
        {
            var lies = letters.TryGetValue(sent.Letter ?? default, out var tooOld);
            var came = sent.SentAt is null ? (!sent.Former && sent.Day == DateOnly.FromDateTime(now.UtcDateTime) ? Came.TriedAgain : Came.NotSent)
                : !lies ? Came.Sent : tooOld ? Came.NotSent : Came.InOutbox;
            return new Sending(sent.Day, sent.Place, sent.Number, sent.Attempts, sent.TriedAt, sent.SentAt,
                lies && tooOld ? "The mail server did not take it within a week." : sent.Reason, came, sent.Former);
        }
    }
}
