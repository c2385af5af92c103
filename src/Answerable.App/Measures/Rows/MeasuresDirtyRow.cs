using System.Globalization;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>A quarter-hour of a family that has changed since its measures were last added up.</summary>
internal sealed class MeasuresDirtyRow
{
    public static readonly KeptTable Table = KeptTable.Of<MeasuresDirtyRow>("measures_dirty", nameof(Family), nameof(Quarter));
    private const int RowsAStatement = 500;

    /// <summary>The family's id.</summary>
    public byte Family { get; set; }
    public int Quarter { get; set; }

    /// <summary>The journal's number of the last change: sums as of it or later hold it.</summary>
    public long Mark { get; set; }

    /// <summary>Marks quarter-hours as changed by the journal's last line.</summary>
    public static async Task MarkAsync(AnswerableDb db, byte family, IEnumerable<int> quarters, CancellationToken stop)
    {
        var mark = (await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop)).Number;
        foreach (var chunk in quarters.Chunk(RowsAStatement))
        {
            var rows = string.Join(", ", chunk.Select(quarter => string.Create(CultureInfo.InvariantCulture, $"({family}, {quarter}, {mark})")));
            var sql = "INSERT INTO measures_dirty (family, quarter, mark) VALUES " + rows
                + " ON CONFLICT (family, quarter) DO UPDATE SET mark = excluded.mark";
            await db.Database.ExecuteSqlRawAsync(sql, stop);
        }
    }

    internal sealed class Shape : IEntityTypeConfiguration<MeasuresDirtyRow>
    {
        public void Configure(EntityTypeBuilder<MeasuresDirtyRow> builder)
        {
            builder.ToTable(Table.Name).HasKey(row => new { row.Family, row.Quarter });
            builder.Property(row => row.Quarter).ValueGeneratedNever();
        }
    }
}
