using Answerable.App.Centre;
using Answerable.Web.Centre;
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

    [Theory]
    [InlineData("Nothing to change is named", "--why", "no reason")]
    [InlineData("Nothing to change is named", "--queue", "main")]
    [InlineData("Nothing to change is named")]
    [InlineData("Change one thing at a time", "--name", "One", "--special", "2026-12-24=closed")]
    [InlineData("--why says why a day is special", "--name", "One", "--why", "because")]
    [InlineData("--queue says whose hours are meant", "--name", "One", "--queue", "main")]
    [InlineData("Write a special day as", "--special", "2026-12-24", "--why", "Eve")]
    public async Task What_would_change_nothing_or_be_left_undone_is_refused_as_usage_before_any_database_is_opened(
        string sentence, params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("answerable-centre-verb-");
        try
        {
            var database = Path.Combine(folder.FullName, "none.db");
            string[] asked = ["set", .. words, "--database", database];
            Assert.StartsWith(sentence, CentreVerb.Amiss(CentreVerb.Create().Parse(asked)), StringComparison.Ordinal);
            Assert.Equal(Exit.Usage, await Verbs.RunAsync(["centre", .. asked]));
            Assert.False(File.Exists(database));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
