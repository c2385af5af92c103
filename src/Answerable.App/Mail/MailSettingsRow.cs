using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Mail;

/// <summary>By which server mail goes out: one row, or none where none does.</summary>
internal sealed class MailSettingsRow
{
    public const int Only = 1;

    public static readonly WrappedColumn Wrapped = new("mail_settings", "id", "password");

    public int Id { get; init; } = Only;
    public string Host { get; set; } = "";
    public int Port { get; set; }
    public MailSecurity Security { get; set; }

    /// <summary>Empty where the server asks for none.</summary>
    public string Login { get; set; } = "";

    /// <summary>Wrapped; shown to nobody.</summary>
    public string? Password { get; set; }
    public string FromAddress { get; set; } = "";
    public string FromName { get; set; } = "";
    public long Revision { get; set; }

    public static Task<MailSettingsRow?> FindAsync(AnswerableDb db, CancellationToken stop) =>
        db.Set<MailSettingsRow>().SingleOrDefaultAsync(row => row.Id == Only, stop);

    public MailServer Server(MasterKey master) => new(
        Host, Port, Security, Login, Password is { } sealedWord ? Wrapped.Open(master, sealedWord, Id) : null, FromAddress, FromName);

    internal sealed class Shape : IEntityTypeConfiguration<MailSettingsRow>
    {
        public void Configure(EntityTypeBuilder<MailSettingsRow> builder)
        {
            builder.ToTable("mail_settings").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Security).HasConversion<string>();
            builder.Property(row => row.Revision).IsConcurrencyToken();
        }
    }
}

/// <summary>A mail server as it is talked to.</summary>
internal sealed record MailServer(
    string Host, int Port, MailSecurity Security, string Login, string? Password, string FromAddress, string FromName);
