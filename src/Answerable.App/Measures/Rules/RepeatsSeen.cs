using System.Linq.Expressions;
using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Measures;

/// <summary>Of which contacts a repeat within the window would have been seen by now: as the horizons of the image say it, for single rows.</summary>
internal static class RepeatsSeen
{
    private const int QuartersADay = 96;
    private const int QuarterSeconds = 900;

    public static Expression<Func<ContactRow, bool>> By(MeasuresImage image, DateTimeOffset now, int windowDays)
    {
        var horizons = image.HorizonsAt((int)(now.ToUnixTimeSeconds() / QuarterSeconds));
        var row = Expression.Parameter(typeof(ContactRow));
        var seen = image.Outlines.SelectMany(outline => outline.Whose).Distinct()
            .Select(whose => Of((FactKind)whose.Kind, image.Names.Text(Dimension.Source, whose.Source),
                DateTimeOffset.FromUnixTimeSeconds((horizons.Of(whose.Kind, whose.Source) - windowDays * QuartersADay) * (long)QuarterSeconds)))
            .Select(one => Expression.Invoke(one, row)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return Expression.Lambda<Func<ContactRow, bool>>(seen, row);
    }

    private static Expression<Func<ContactRow, bool>> Of(FactKind kind, string source, DateTimeOffset until) =>
        row => row.Kind == kind && row.Source == source && row.ArrivedAt < until;
}
