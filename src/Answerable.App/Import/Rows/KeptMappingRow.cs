using System.Text.Json;
using Answerable.App.Import.Profiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Import;

/// <summary>A mapping kept by its name, for the next file with the same headings.</summary>
internal sealed class KeptMappingRow
{
    public string Name { get; init; } = "";
    public string Headings { get; set; } = "";
    public string Mapping { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string ByName { get; set; } = "";

    public GenericMapping Given() => JsonSerializer.Deserialize<GenericMapping>(Mapping, JsonSerializerOptions.Web)!;

    public static string HeadingsOf(IEnumerable<string> columns) => string.Join('\n', columns);

    internal sealed class Shape : IEntityTypeConfiguration<KeptMappingRow>
    {
        public void Configure(EntityTypeBuilder<KeptMappingRow> builder)
        {
            builder.ToTable("import_mappings").HasKey(row => row.Name);
            builder.HasIndex(row => row.Headings);
        }
    }
}
