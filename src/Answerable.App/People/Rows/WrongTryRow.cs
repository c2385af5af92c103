using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>How often one came in vain by an account, by a browser or from a network address, whether or not there is such an account. What it is
/// counted by is kept as a hash: mistyped addresses are nobody's business.</summary>
internal sealed class WrongTryRow
{
    public string Key { get; init; } = "";
    /// <summary>Whose account, where it is somebody's.</summary>
    public PersonId? Person { get; init; }
    public int Tries { get; set; }
    public DateTimeOffset FirstAt { get; set; }
    public DateTimeOffset LastAt { get; set; }
    public DateTimeOffset? Until { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<WrongTryRow>
    {
        public void Configure(EntityTypeBuilder<WrongTryRow> builder)
        {
            builder.ToTable("people_wrong_tries").HasKey(row => row.Key);
            builder.HasIndex(row => row.LastAt);
            builder.HasIndex(row => row.Person);
        }
    }
}
