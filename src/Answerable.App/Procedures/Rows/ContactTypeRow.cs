using System.Security.Cryptography;
using System.Text.Json;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Procedures;

internal sealed class ContactTypeRow
{
    public ContactTypeId Id { get; init; }
    public string Code { get; init; } = "";
    public string Name { get; private set; } = "";
    /// <summary>The name in capitals: orders and compares alike in both databases.</summary>
    public string SortName { get; private set; } = "";
    public bool Routine { get; private set; }
    public string StartsWhen { get; private set; } = "";
    public string EndsWhen { get; private set; } = "";
    public string Includes { get; private set; } = "";
    public string Excludes { get; private set; } = "";
    public string HandOverTo { get; private set; } = "";
    public string Channels { get; private set; } = "";
    public long Revision { get; private set; }

    public ContactType Type() => new(Code, Name, Routine)
    {
        StartsWhen = StartsWhen,
        EndsWhen = EndsWhen,
        Includes = Includes,
        Excludes = Excludes,
        HandOverTo = HandOverTo,
        Channels = [.. Channels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ByName.Kept<Channel>)],
    };

    /// <summary>What the journal is told of the type when it is defined or changed.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new[] { Code, Name, Routine ? "routine" : "", StartsWhen, EndsWhen, Includes, Excludes, HandOverTo, Channels })));

    /// <summary>Takes everything but the code, which contacts and figures carry.</summary>
    public ContactTypeRow Take(ContactType type)
    {
        (Name, SortName, Routine) = (type.Name, type.Name.ToUpperInvariant(), type.Routine);
        (StartsWhen, EndsWhen) = (type.StartsWhen, type.EndsWhen);
        (Includes, Excludes, HandOverTo) = (type.Includes, type.Excludes, type.HandOverTo);
        Channels = string.Join(',', type.Channels);
        Revision++;
        return this;
    }

    internal sealed class Shape : IEntityTypeConfiguration<ContactTypeRow>
    {
        public void Configure(EntityTypeBuilder<ContactTypeRow> builder)
        {
            builder.ToTable("procedures_contact_types").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Revision).IsConcurrencyToken();
            builder.HasIndex(row => row.Code).IsUnique();
            builder.HasIndex(row => row.SortName).IsUnique();
        }
    }
}
