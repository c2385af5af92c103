using System.Net;
using System.Text.Json;
using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Web.Measures;

namespace Answerable.DatabaseTests.Measures;

/// <summary>What a reading answers is given out whole: as the page, its file and the verb's JSON, of any size, of nothing, or refused with a
/// sentence.</summary>
public sealed class FiguresGivenOutTests
{
    private const int Queues = 600;
    private static readonly string[] Periods = ["from=2026-09-01&last=2026-09-30", "from=2025-01-01&last=2025-01-03"];

    [Theory, EachDatabase]
    public async Task Every_kpi_is_given_out_as_page_and_file_or_refused_with_a_sentence(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await ManyQueuesAsync(centre);
        await using var web = new WebCentre(centre.Database);
        var manager = await web.SignedInAsync(Role.Manager);
        var refused = 0;
        foreach (var kpi in Kpis.All)
            foreach (var period in Periods)
                foreach (var split in new[] { "", "&split=queue", "&split=queue&interval=quarter-hour", "&split=agent&interval=day" })
                {
                    var asked = $"/measures/{kpi.Name}/figures.csv?{period}{split}";
                    using var file = await manager.GetAsync(asked);
                    var text = await file.Content.ReadAsStringAsync();
                    if (file.StatusCode == HttpStatusCode.OK)
                        Assert.StartsWith("kpi,start,end,split,label,value,", text.TrimStart('\uFEFF'), StringComparison.Ordinal);
                    else
                        refused += Sentence(file, text, asked);
                    if (split.Length == 0)
                        continue;
                    using var page = await manager.GetAsync(asked.Replace("/figures.csv", "", StringComparison.Ordinal));
                    Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{page.StatusCode} {asked}");
                }
        Assert.NotEqual(0, refused);
        var queues = await manager.GetStringAsync($"/measures/wait-p90/figures.csv?{Periods[0]}&split=queue");
        Assert.Equal(Queues + 1, queues.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory, EachDatabase]
    public async Task Every_kpi_is_told_as_json_by_every_split_whatever_it_holds(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await ManyQueuesAsync(centre);
        Dimension?[] splits = [null, Dimension.Queue, Dimension.Agent];
        foreach (var kpi in Kpis.All)
            foreach (var split in splits)
                foreach (var from in new DateOnly[] { new(2026, 9, 1), new(2025, 1, 1) })
                    foreach (var interval in new Interval?[] { null, Interval.Day })
                    {
                        var asked = new KpiFigures(kpi.Name, from, from.AddDays(2)) { Whole = true, Split = split, Interval = interval };
                        var found = await centre.AskAsync(asked);
                        Assert.All(found.Refusals, refusal => Assert.EndsWith(".", refusal.Text, StringComparison.Ordinal));
                        if (!found.Allowed)
                            continue;
                        using var told = JsonDocument.Parse(KpiJson.Of(asked, found.Value));
                        Assert.Equal(found.Value.Lines.Count,
                            told.RootElement.TryGetProperty("rows", out var rows) ? rows.GetArrayLength() : 0);
                        Assert.True(told.RootElement.GetProperty("value").ValueKind is JsonValueKind.Number or JsonValueKind.Null);
                        // Of nothing there is no figure: a word stands for it, or a sum that is nought.
                        if (from.Year == 2025 && kpi.Formula is Percentile)
                            Assert.Equal(JsonValueKind.Null, told.RootElement.GetProperty("value").ValueKind);
                    }
    }

    private static Task ManyQueuesAsync(TestCentre centre)
    {
        var recorded = new Recorded(centre).Abandoned(3, 5_000);
        for (var queue = 0; queue < Queues; queue++)
            recorded.Answered(1, 1_000 * queue, queue == 0 ? "main" : $"queue {queue}", $"agent {queue % 7}");
        return recorded.DeliverAsync();
    }

    private static int Sentence(HttpResponseMessage answer, string page, string asked)
    {
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound, $"{answer.StatusCode} {asked}");
        Assert.Matches("role=\"alert\"|alert", page);
        return 1;
    }
}
