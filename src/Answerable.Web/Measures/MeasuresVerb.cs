using System.CommandLine;
using System.Text.Json;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Measures;

internal static class MeasuresVerb
{
    public static Command Create()
    {
        var rebuild =
            new Command("rebuild", "Folds every contact again from the journal and adds every quarter-hour up again.") { OpenedCentre.Json };
        rebuild.SetAction(RebuildAsync);
        return new Command("measures", "The additive measures behind the KPIs.") { rebuild };
    }

    private static async Task<int> RebuildAsync(ParseResult given, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(given, stop);
        var finding = await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync(stop);
        if (given.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(finding, JsonSerializerOptions.Web));
        else
            Console.WriteLine(
                $"{Counted.Of(finding.Contacts, "contact")} folded again from the journal, {finding.PutRight:#,0} of them put right; " +
                $"{Counted.Of(finding.Quarters, "quarter-hour")} added up.");
        return Exit.Done;
    }
}
