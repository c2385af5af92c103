using Answerable.App.Centre;
using Answerable.Web.CommandLine;

namespace Answerable.DatabaseTests.Centre;

public sealed class CentreVerbTests
{
    [Theory, EachDatabase]
    public async Task The_centre_is_changed_in_one_thing_at_a_time_or_not_at_all(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] Set(params string[] words) => ["centre", "set", .. words, "--database", centre.ConnectionString];
        Assert.Equal(Exit.Usage, await Verbs.RunAsync(Set("--name", "Changed", "--week", "09:00-17:00")));
        Assert.Equal(Exit.Usage, await Verbs.RunAsync(Set("--why", "no reason")));
        Assert.NotEqual("Changed", (await centre.AskAsync(new CentreRecord())).Value.Settings.Name);
        Assert.Equal(Exit.Done, await Verbs.RunAsync(Set("--name", "Changed")));
        Assert.Equal("Changed", (await centre.AskAsync(new CentreRecord())).Value.Settings.Name);
    }
}
