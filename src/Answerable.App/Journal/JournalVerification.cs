using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>Reads the whole chain again and names the first line that does not follow from the one before it.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record JournalVerification : IReading<JournalVerification.Finding>
{
    /// <param name="Lines">Lines read.</param>
    /// <param name="BrokenAt">The number of the first wrong line, if any.</param>
    /// <param name="Fault">What is wrong there, in a sentence.</param>
    public sealed record Finding(long Lines, long? BrokenAt, string? Fault)
    {
        public bool Sound => BrokenAt is null;
    }

    internal sealed class Reader : IAnswer<JournalVerification, Finding>
    {
        public async Task<Outcome<Finding>> Answer(JournalVerification reading, ReadingContext context, CancellationToken stop)
        {
            var (lines, hash) = (0L, HashChain.Origin);
            await foreach (var row in context.Db.Set<JournalRow>().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(stop))
            {
                lines++;
                if (row.Number != lines)
                    return new Finding(lines, lines, row.Number > lines
                        ? $"Line {lines} is missing: the journal goes on at line {row.Number}."
                        : $"Line {row.Number} stands twice or out of order.");
                hash = HashChain.Next(hash, row.Number, row.Entry());
                if (!hash.AsSpan().SequenceEqual(row.Hash))
                    return new Finding(lines, lines, $"Line {lines} ({row.Name}, {row.At:yyyy-MM-dd HH:mm:ss} UTC) is not as it was written.");
            }
            return await AtTheEndAsync(context, lines, hash, stop);
        }

        private static async Task<Finding> AtTheEndAsync(ReadingContext context, long lines, byte[] hash, CancellationToken stop)
        {
            var head = await context.Db.Set<JournalHeadRow>().SingleAsync(stop);
            return head.Number == lines && hash.AsSpan().SequenceEqual(head.Hash)
                ? new Finding(lines, null, null)
                : new Finding(lines, lines + 1, $"Line {lines + 1} is missing: {head.Number} lines were written, {lines} are left.");
        }
    }
}
