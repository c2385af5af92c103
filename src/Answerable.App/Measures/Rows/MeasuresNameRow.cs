using Answerable.Analysis.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>A name's number in its dimension. Given once, by the writer, and never again to another.</summary>
internal sealed class MeasuresNameRow
{
    public Dimension Dimension { get; init; }
    public int Number { get; init; }
    public string Text { get; init; } = "";

    /// <summary>The names kept so far.</summary>
    public static async Task<Names> ReadAsync(IQueryable<MeasuresNameRow> rows, CancellationToken stop)
    {
        var names = new Names();
        await foreach (var row in rows.AsNoTracking().OrderBy(row => row.Dimension).ThenBy(row => row.Number).AsAsyncEnumerable()
            .WithCancellation(stop))
            if (names.Number(row.Dimension, row.Text) != row.Number)
                throw new InvalidOperationException($"The names of {row.Dimension} are numbered with a gap or twice at {row.Number}.");
        return names;
    }

    internal sealed class Shape : IEntityTypeConfiguration<MeasuresNameRow>
    {
        public void Configure(EntityTypeBuilder<MeasuresNameRow> builder) =>
            builder.ToTable("measures_names").HasKey(row => new { row.Dimension, row.Number });
    }
}
