using System.Security.Cryptography;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>
/// Reads the whole chain again and names the first line that does not follow from the one before it; holds what the rows say against what the journal
/// tells; and holds the chain against what was kept outside the database.
/// </summary>
/// <param name="Expect">A head kept elsewhere: this line is to be among those there are.</param>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record JournalVerification(string? Expect = null, IReadOnlyList<Anchor>? Anchors = null) : IReading<JournalVerification.Finding>
{
    /// <param name="Lines">Lines read.</param>
    /// <param name="BrokenAt">The number of the first wrong line, if any.</param>
    /// <param name="Fault">What is wrong there, in a sentence.</param>
    public sealed record Finding(long Lines, long? BrokenAt, string? Fault)
    {
        /// <summary>The hash of the last line: kept elsewhere, it shows later that nothing up to here was changed or cut off.</summary>
        public string? Head { get; init; }

        /// <summary>The first line that nobody could have written without the chain's key.</summary>
        public long? KeyedFrom { get; init; }

        /// <summary>How many of the anchors given were found in the chain.</summary>
        public int AnchorsHeld { get; init; }

        /// <summary>Where rows are not as the journal tells, a sentence each.</summary>
        public IReadOnlyList<string> Differences { get; init; } = [];

        /// <summary>The rows that were held against the journal; of all others nothing was looked at.</summary>
        public IReadOnlyList<string> Compared { get; init; } = [];

        /// <summary>What was held against nothing, and why.</summary>
        public IReadOnlyList<Omission> NotCompared { get; init; } = [];

        /// <summary>Of which rows among those nothing could be said, and of how many, a sentence each.</summary>
        public IReadOnlyList<string> LeftOpen { get; init; } = [];

        public bool Sound => Lines > 0 && BrokenAt is null && Fault is null && Differences.Count == 0;
    }

    /// <param name="Because">As it reads behind "because".</param>
    public sealed record Omission(string What, string Because);

    internal sealed class Reader(IEnumerable<NeededRow> needed, IEnumerable<IComparison> comparisons, IEnumerable<NotCompared> omitted,
        Dialect dialect)
        : IAnswer<JournalVerification, Finding>
    {
        /// <summary>Of one kind of rows no more are named.</summary>
        private const int MostNamed = 20;

        public async Task<Outcome<Finding>> Answer(JournalVerification reading, ReadingContext context, CancellationToken stop)
        {
            // All is read as it stood at one moment, and nothing of it is kept in memory: the centre goes on meanwhile.
            context.Db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            await context.Db.Database.OpenConnectionAsync(stop);
            await using var moment = await dialect.BeginReadingAsync(context.Db.Database.GetDbConnection(), stop);
            await context.Db.Database.UseTransactionAsync(moment, stop);
            var keyed = await context.Db.Set<ChainKeyRow>().SingleOrDefaultAsync(stop);
            if (keyed is null)
                return new Finding(0, 0, "The key of the journal's chain is missing: without it nothing can be proved.");
            ChainKey chain;
            try
            {
                chain = keyed.Open(context.Db.Master);
            }
            catch (CryptographicException)
            {
                return new Finding(0, 0, "The key of the journal's chain, or the line it counts from, is not as it was written.");
            }
            var chainRead = new ChainRead(context.Db, chain, keyed);
            var outside = new KeptOutside(reading, chain);
            var found = await chainRead.FaultAsync(outside.Pass, stop) is var (at, fault)
                ? new Finding(chainRead.Read, at, fault)
                : await AtTheEndAsync(context.Db, chainRead, chain, outside, stop);
            found = found with { KeyedFrom = keyed.First, AnchorsHeld = outside.Held };
            if (found.BrokenAt is not null || found.Fault is not null)
                return found;
            var comparing = new Comparing(context.Db, chain);
            return found with
            {
                Differences = await DifferencesAsync(comparing, stop),
                Compared = [.. comparisons.Select(comparison => comparison.Of).Order(StringComparer.Ordinal)],
                NotCompared = [.. omitted.OrderBy(part => part.What, StringComparer.Ordinal).Select(part => new Omission(part.What, part.Because))],
                LeftOpen = comparing.LeftOpen,
            };
        }

        private static async Task<Finding> AtTheEndAsync(AnswerableDb db, ChainRead read, ChainKey chain, KeptOutside outside, CancellationToken stop)
        {
            var (lines, hash) = (read.Read, read.Hash);
            var head = await db.Set<JournalHeadRow>().AsNoTracking().SingleOrDefaultAsync(stop);
            if (head is null)
                return new Finding(lines, lines + 1, "The row that says where the journal ends is missing.");
            if (head.Number != lines || !hash.AsSpan().SequenceEqual(head.Hash))
                return new Finding(lines, lines + 1, $"Line {lines + 1} is missing: "
                    + $"{Counted.Of(head.Number, "line was", "lines were")} written, {Counted.Of(lines, "is", "are")} left.");
            if (head.Seal is null || !head.Seal.AsSpan().SequenceEqual(chain.Seal(lines, hash)))
                return new Finding(lines, lines + 1,
                    "The journal does not end where its key says: lines were cut off, or the row that says where it ends was changed.");
            return new Finding(lines, null, outside.Missed() ?? (lines == 0 ? "The journal has no line: there is nothing to prove." : null))
            { Head = Convert.ToHexStringLower(hash) };
        }

        private async Task<IReadOnlyList<string>> DifferencesAsync(Comparing at, CancellationToken stop)
        {
            var found = new List<string>();
            foreach (var row in needed)
                if (await row.AmissAsync(at.Db, stop) is { } amiss)
                    found.Add(amiss);
            foreach (var comparison in comparisons)
            {
                var more = 0;
                try
                {
                    await foreach (var difference in comparison.DifferencesAsync(at, stop))
                        if (++more <= MostNamed)
                            found.Add(difference);
                }
                catch (Exception unread) when (NeededRow.CannotBeRead(unread))
                {
                    found.Add($"A row of {comparison.Of} cannot be read: not by this product was it written so. What follows it was not compared.");
                }
                if (more > MostNamed)
                    found.Add($"And {more - MostNamed} more differences of {comparison.Of}.");
            }
            return found;
        }
    }
}
