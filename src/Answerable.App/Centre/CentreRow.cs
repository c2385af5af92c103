using System.Text.Json;
using Answerable.App.Storage;
using Answerable.Model.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Answerable.App.Centre;

/// <summary>The centre itself: the one row, made by the script that makes its table.</summary>
internal sealed class CentreRow
{
    public const int Only = 1;

    public int Id { get; init; }
    public string Name { get; set; } = "";
    public string Zone { get; set; } = "";
    public string Currency { get; set; } = "";
    /// <summary>Since when amounts stand in the currency: it cannot be changed under them.</summary>
    public DateTimeOffset? CurrencyHeldAt { get; set; }
    /// <summary>The part whose bank holidays are kept, as data files write it; empty for none.</summary>
    public string Holidays { get; set; } = "";
    /// <summary>Opening hours and special days, as JSON.</summary>
    public string Hours { get; private set; } = "";
    public bool Demo { get; set; }
    /// <summary>Where the server that was started last is known.</summary>
    public string? Address { get; set; }
    /// <summary>None is the usual.</summary>
    public int? AfterContactMinutes { get; set; }
    public long Revision { get; set; }

    public static readonly NeededRow Needed = new("the centre's settings (centre_settings)", async (db, stop) =>
        await db.Set<CentreRow>().AsNoTracking().ToListAsync(stop) is [{ Id: Only } row] && row.Read() is { Hours: not null, Currency: not null }
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Zone) is not null);

    public CentreSettings Read() => new(Name, Zone, Currencies.Find(Currency)!, HolidayParts.Find(Holidays), Opening())
    {
        Demo = Demo,
        AfterContactMinutes = AfterContactMinutes ?? CentreSettings.Usual.AfterContactMinutes,
    };

    public OpeningHours Opening() => JsonSerializer.Deserialize<OpeningHours>(Hours, JsonSerializerOptions.Web)!;

    public void Open(OpeningHours hours) => Hours = JsonSerializer.Serialize(hours, JsonSerializerOptions.Web);

    /// <summary>The row to change; a change made meanwhile is found out when it is saved.</summary>
    public static Task<CentreRow> OfAsync(AnswerableDb db, CancellationToken stop) => db.Set<CentreRow>().SingleAsync(row => row.Id == Only, stop);

    internal sealed class Shape : IEntityTypeConfiguration<CentreRow>
    {
        public void Configure(EntityTypeBuilder<CentreRow> row)
        {
            row.ToTable("centre_settings");
            row.HasKey(centre => centre.Id);
            row.Property(centre => centre.Id).ValueGeneratedNever();
            row.Property(centre => centre.Revision).IsConcurrencyToken();
        }
    }
}
