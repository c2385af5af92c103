using System.Text.Json;
using Answerable.App.Import.Findings;
using Answerable.App.Import.Profiles;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Import;

/// <summary>One file's way in: how far it is and what came of it. What the file said stands in the journal.</summary>
internal sealed class ImportRow
{
    public ImportId Id { get; init; }
    public string Profile { get; init; } = "";

    /// <summary>How it is read, wrapped: the words said of its columns are cells of the file, and may name somebody.</summary>
    public string? Mapping { get; private set; }

    public static readonly WrappedColumn WrappedMapping = new("import_files", "id", "mapping");
    public string FileName { get; init; } = "";
    public string FileHash { get; init; } = "";
    public long FileLength { get; init; }
    public string Path { get; init; } = "";

    /// <summary>Under this key, wrapped, a file brought by the page lies enciphered; without one the file is its user's own.</summary>
    public byte[]? FileKey { get; set; }

    public static readonly WrappedColumn Wrapped = new("import_files", "id", "file_key");

    /// <summary>What was found of the file's characters when it came, wrapped, for its words may name somebody; it goes once the columns are
    /// settled for good.</summary>
    public string? Doubt { get; set; }

    public static readonly WrappedColumn WrappedDoubt = new("import_files", "id", "doubt");
    public ImportState State { get; set; }
    public PersonId? By { get; init; }
    public string ByName { get; init; } = "";
    public DateTimeOffset BroughtAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Rows whose outcome is durable; after a kill the import goes on behind them.</summary>
    public long Position { get; set; }
    public long PositionBytes { get; set; }
    public long Contacts { get; set; }
    public long Imported { get; set; }
    public long Unchanged { get; set; }

    /// <summary>Of the imported, those that stand in the place of what was said of the contact before this file.</summary>
    public long Replaced { get; set; }
    public long Rejected { get; set; }
    public long Repaired { get; set; }

    /// <summary>The number of the last remark, counted on over every pass through the file.</summary>
    public long Remarks { get; set; }

    /// <summary>Remarks up to here are of passes before this one: they are read by nobody, and go in their own time.</summary>
    public long RemarksBefore { get; set; }

    /// <summary>What was found of its rows, wrapped, for the first of them are shown; empty where nothing was.</summary>
    public string Findings { get; private set; } = "";

    public static readonly WrappedColumn WrappedFindings = new("import_files", "id", "findings");
    public string? Failure { get; set; }

    /// <summary>Who had it put away though nobody discarded it here, and why; with how many rows not brought in, where that is known.</summary>
    public string? PutAwayBy { get; set; }
    public string? PutAwayWhy { get; set; }
    public long? RowsLeft { get; set; }

    /// <summary>The server that carries it on, and until when the others leave it alone.</summary>
    public Guid? HeldBy { get; set; }
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>A server goes on with a file of its user's own too, because somebody asked for that on its page.</summary>
    public bool ByServer { get; set; }

    /// <summary>How it stands at an instant: what a command had in hand is broken off once that has not been heard of for too long, and what has been
    /// read through with nothing in it that could be imported is not ready to start.</summary>
    public ImportState StateAt(DateTimeOffset now) => State switch
    {
        ImportState.Running or ImportState.Stopping when !OfServer && !(HeldUntil > now) => ImportState.BrokenOff,
        ImportState.Ready when Imported == 0 => ImportState.NothingToImport,
        _ => State,
    };

    private bool OfServer => OfPage || ByServer;

    public bool IsHeldByOther(Guid server, DateTimeOffset now) => HeldBy is { } other && other != server && HeldUntil > now;

    public Outcome<Profile> FindProfile(MasterKey master) => ShippedProfiles.Find(Profile, MappingGiven(master));

    public GenericMapping? MappingGiven(MasterKey master) => Mapping is null ? null
        : JsonSerializer.Deserialize<GenericMapping>(WrappedMapping.Open(master, Mapping, Id.Value), JsonSerializerOptions.Web);

    public ImportRow ReadBy(MasterKey master, GenericMapping? mapping)
    {
        Mapping = mapping is null ? null : WrappedMapping.Wrap(master, JsonSerializer.Serialize(mapping, JsonSerializerOptions.Web), Id.Value);
        return this;
    }

    public IReadOnlyList<Finding> FindingsKept(MasterKey master) =>
        Findings.Length > 0 && WrappedFindings.Open(master, Findings, Id.Value) is { Length: > 0 } kept
            ? JsonSerializer.Deserialize<List<Finding>>(kept, JsonSerializerOptions.Web)! : [];

    public void Found(MasterKey master, IReadOnlyList<Finding> findings) => Findings = findings.Count == 0 ? ""
        : WrappedFindings.Wrap(master, JsonSerializer.Serialize(findings, JsonSerializerOptions.Web), Id.Value);

    /// <summary>Put away: of what its file said nothing is kept.</summary>
    public void PutAway(DateTimeOffset at)
    {
        (State, EndedAt) = (ImportState.Discarded, at);
        (Doubt, Mapping, Findings, Failure) = (null, null, "", null);
    }

    public bool OfPage => FileKey is not null;

    /// <summary>Nothing of it has been brought in: what is counted is what an import would do.</summary>
    public bool IsUntouched => StartedAt is null;

    /// <summary>Counts begin anew: the check counted what an import would do, the import what it does.</summary>
    public void StartOver()
    {
        (Position, PositionBytes, Contacts, Imported, Unchanged, Replaced, Rejected, Repaired) = (0, 0, 0, 0, 0, 0, 0, 0);
        RemarksBefore = Remarks;
        (Findings, Failure) = ("", null);
    }

    internal sealed class Shape : IEntityTypeConfiguration<ImportRow>
    {
        public void Configure(EntityTypeBuilder<ImportRow> builder)
        {
            builder.ToTable("import_files").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.RemarksBefore).HasDefaultValue(0L);
            builder.Property(row => row.ByServer).HasDefaultValue(false);
            builder.Property(row => row.Replaced).HasDefaultValue(0L);
            builder.HasIndex(row => row.BroughtAt);
            builder.HasIndex(row => row.State);
            builder.HasIndex(row => new { row.Profile, row.FileHash });
        }
    }
}
