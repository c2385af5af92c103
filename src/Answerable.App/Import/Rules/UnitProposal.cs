using Answerable.App.Import.Profiles;

namespace Answerable.App.Import;

/// <summary>What a number alone most likely counts in a column: what its heading says, or else what its values show. Whoever cannot be told by either
/// is asked.</summary>
internal static class UnitProposal
{
    private const string Seconds = "seconds";

    // What lasts so long by the median in seconds is ordinary; so few with decimals are minutes as likely.
    private const int FewSeconds = 20;
    private const int ManySeconds = 60;
    private const int EnoughTalks = 10;
    private const int ShortTalk = 15;

    /// <param name="overDays">Thousands of seconds are usual in it.</param>
    public static (string Unit, string By) Of(string field, ColumnSeen column, bool comma, bool overDays)
    {
        var bare = column.Bare(comma);
        if (HeadingUnits.Of(column.Name) is { } said)
            // Below hours, 1:30 is no minute and a half.
            return (said == "hours" && bare.Count == 0 && column.Values.Keys.Any(value => value.Contains(':')) ? "h:mm" : said, ProposedBy.Heading);
        if (bare.Count == 0)
            return (Seconds, ProposedBy.Values);
        var median = bare[bare.Count / 2];
        // What is less than a day throughout with many decimals is a spreadsheet's, and what is thousands throughout are milliseconds.
        return bare.Count(number => number < 1 && number.Scale > 4) * 2 > bare.Count ? ("days", ProposedBy.Values)
            : !overDays && median >= 5000 && bare.All(number => number.Scale == 0) ? ("milliseconds", ProposedBy.Values)
            : (Seconds, Told(field, bare, median));
    }

    private static string Told(string field, List<decimal> bare, decimal median)
    {
        var parts = bare.Where(number => number.Scale > 0).ToList();
        if (parts.Count > 0 && median < ManySeconds)
            // Thousandths are a clock's.
            return median < FewSeconds && parts.All(number => number.Scale < 3) ? ProposedBy.Asked : ProposedBy.Doubted;
        return field == "talk" && bare.Count >= EnoughTalks && median <= ShortTalk && bare[^1] < ManySeconds
            ? ProposedBy.Doubted : ProposedBy.Assumed;
    }
}
