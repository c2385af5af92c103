using System.Text.Json;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Mail;

/// <summary>What is to be sent, and to whom.</summary>
internal sealed record Letter(string To, string Subject, string Text);

/// <summary>
/// A letter until the mail server has taken it. It may hold a one-time way in, so it lies wrapped: a stolen database opens none.
/// </summary>
internal sealed class LetterRow
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Longer than work that was given up can be tried again: that it was not sent is known as long.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(90);

    public static readonly WrappedColumn Wrapped = new("mail_letters", "id", "content");

    public LetterId Id { get; init; }

    /// <summary>Empty once it was too old to be of use.</summary>
    public string Content { get; set; } = "";
    public DateTimeOffset MadeAt { get; init; }

    public static LetterRow Of(Letter letter, MasterKey master, DateTimeOffset now)
    {
        var id = Ids.New<LetterId>();
        return new LetterRow { Id = id, MadeAt = now, Content = Wrapped.Wrap(master, JsonSerializer.Serialize(letter), id.Value) };
    }

    /// <summary>Null where it was too old.</summary>
    public Letter? Open(MasterKey master) => Content.Length > 0 && Wrapped.Open(master, Content, Id.Value) is { Length: > 0 } written
        ? JsonSerializer.Deserialize<Letter>(written) : null;

    internal sealed class Shape : IEntityTypeConfiguration<LetterRow>
    {
        public void Configure(EntityTypeBuilder<LetterRow> builder)
        {
            builder.ToTable("mail_letters").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.MadeAt);
        }
    }
}
