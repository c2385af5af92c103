using System.Globalization;
using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Tests.Planning.Erlang;

public sealed class ErlangVectorTests
{
    public static TheoryData<string> Ids => [.. SharedFile.Rows("vectors/erlang.csv").Select(row => row["id"])];

    [Theory, MemberData(nameof(Ids))]
    public void Every_column_of_a_reference_vector_is_met_to_a_billionth(string id)
    {
        var row = SharedFile.Rows("vectors/erlang.csv").Single(row => row["id"] == id);
        var figures = Design(row).Figures();
        foreach (var (column, actual) in Columns(figures))
        {
            if (row[column].Length == 0)
                Assert.True(actual is null, $"{id} {column}: the family does not define it, yet it is {actual}");
            else
                Close.To(row[column], actual, 1e-9, $"{id} {column}");
        }
    }

    private static QueueDesign Design(Dictionary<string, string> row) => new(
        Enum.Parse<QueueFamily>(row["family"]),
        new Load(Number(row["calls_per_hour"])!.Value, Number(row["aht_s"])!.Value),
        (int)Number(row["agents"])!.Value, (int?)Number(row["lines"]), Number(row["target_s"]), Number(row["patience_s"]));

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Column, double? Actual)> Columns(QueueFigures figures) =>
    [
        ("offered_erlangs", figures.OfferedErlangs), ("p_block", figures.Blocked), ("p_wait", figures.Waits),
        ("p_abandon", figures.Abandons), ("mean_wait_all_s", figures.MeanWaitSeconds), ("asa_answered_s", figures.SpeedOfAnswerSeconds),
        ("sl_offered", figures.ServiceLevels?.OfOffered), ("sl_answered", figures.ServiceLevels?.OfAnswered),
        ("sl_abandons_counted_in", figures.ServiceLevels?.AbandonsCountedIn),
        ("sl_excl_short_abandons", figures.ServiceLevels?.AbandonsInTimeExcluded) /* F4 under the file's own word */,
        ("occupancy", figures.Occupancy), ("mean_queue", figures.MeanQueue),
    ];
}
