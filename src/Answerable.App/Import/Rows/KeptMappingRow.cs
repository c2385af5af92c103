using System.Text.Json;
using Answerable.App.Import.Profiles;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Import;

/// <summary>A mapping kept by its name, for the next file with the same headings; wrapped, for words said of its columns are cells of the file it was
/// kept of.</summary>
internal sealed class KeptMappingRow
{
    public string Name { get; init; } = "";
    public string Headings { get; set; } = "";
    public string Mapping { get; private set; } = "";

    public static readonly WrappedColumn Wrapped = new("import_mappings", "name", "mapping");
    public DateTimeOffset At { get; set; }
    public string ByName { get; set; } = "";

    public GenericMapping Given(MasterKey master) =>
        JsonSerializer.Deserialize<GenericMapping>(Wrapped.Open(master, Mapping, Name), JsonSerializerOptions.Web)!;

    public void ReadBy(MasterKey master, GenericMapping mapping) =>
        Mapping = Wrapped.Wrap(master, JsonSerializer.Serialize(mapping, JsonSerializerOptions.Web), Name);

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
