using Answerable.App.Import.Profiles;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>An e-mail or a letter waits over the night: the figures of just those served worst must not go.</summary>
public sealed class LongWaitTests
{
    private static readonly GenericMapping Mapping =
        TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "wait=wait", "channel=channel");

    [Theory, EachDatabase]
    public async Task A_wait_over_the_night_is_taken_where_people_wait_so_and_is_a_finding_at_the_telephone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.TableAsync("id,start,result,wait,channel\n1,2026-03-03 09:00:00,handled,72000,Email\n"
            + "2,2026-03-03 09:01:00,handled,20:00:00,email\n3,2026-03-03 09:02:00,handled,604800,Letter\n"
            + "4,2026-03-03 09:03:00,handled,700000,Social\n5,2026-03-03 09:04:00,handled,62000,Phone\n"
            + "6,2026-03-03 09:05:00,handled,62000,Chat\n7,2026-03-03 09:06:00,handled,5,Web\n", Mapping);
        Assert.Equal((7, "seconds"), (report.Imported, report.Mapping!.Units["wait"]));
        Assert.Equal([72_000_000L, 72_000_000L, 604_800_000L, null, null, null, 5_000L],
            (await TableCasesTests.KeptAsync(centre)).Select(kept => kept.Wait));
        Assert.Equal(3, Assert.Single(report.Findings, finding => finding.Code == "duration-misfits").Count);
    }

    [Theory, EachDatabase]
    public async Task Thousands_throughout_are_milliseconds_at_the_telephone_and_seconds_where_letters_wait(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var (channel, unit, wait) in new[] { ("Phone", "milliseconds", 72_000L), ("Letter", "seconds", 72_000_000L) })
        {
            var report = await centre.TableAsync($"id,start,result,wait,channel\n{channel},2026-03-03 09:00:00,handled,72000,{channel}\n", Mapping);
            Assert.Equal(unit, report.Mapping!.Units["wait"]);
            Assert.Contains(await TableCasesTests.KeptAsync(centre), kept => kept.Wait == wait);
        }
    }
}
