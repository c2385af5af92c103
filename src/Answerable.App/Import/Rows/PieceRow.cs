using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Import;

/// <summary>A piece of a file that a page brought, enciphered: any server can go on with it, and a backup holds it.</summary>
internal sealed class PieceRow
{
    public Guid File { get; init; }
    public int Number { get; init; }
    public DateTimeOffset At { get; init; }
    public byte[] Bytes { get; init; } = [];

    internal sealed class Shape : IEntityTypeConfiguration<PieceRow>
    {
        public void Configure(EntityTypeBuilder<PieceRow> builder) =>
            builder.ToTable("import_pieces").HasKey(row => new { row.File, row.Number });
    }
}
