using System.Globalization;
using Answerable.App.Import.Formats;
using NodaTime;

namespace Answerable.App.Import.Profiles;

/// <summary>An ISO date and time: by its own offset where it carries one, else by the wall clock.</summary>
internal sealed record LocalOrOffsetMoment(LocalMoment Local) : Moment
{
    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz"];

    public override IReadOnlyList<string> Columns => Local.Columns;

    public override Taken<DateTimeOffset> Read(Row row, DateTimeZone zone)
    {
        var text = Joined(row);
        return CarriesOffset(text)
            && DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            ? new(at)
            : Local.Read(row, zone);
    }

    private static bool CarriesOffset(string text) => text.EndsWith('Z') || (text.Length > 11 && text.AsSpan(11).IndexOfAny('+', '-') >= 0);
}
