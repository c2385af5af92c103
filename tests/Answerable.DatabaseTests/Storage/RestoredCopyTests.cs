using Answerable.App.Journal;
using Answerable.App.Mail;
using Answerable.App.Operations;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A copy of a centre that is at work still: it says nothing of that one's servers, and sends nothing that that one sends.</summary>
public sealed class RestoredCopyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-copy-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(BackupTests.Ways), MemberType = typeof(BackupTests))]
    public async Task What_was_its_servers_own_is_forgotten_and_nothing_goes_out_by_itself(Database from, Database to)
    {
        var archive = Path.Combine(_folder.FullName, "centre.backup");
        await using (var centre = await TestCentre.OpenAsync(from, work: false))
        {
            Assert.True((await centre.DoAsync(new ChangeAnchoring(_folder.FullName, "", ""))).Allowed);
            await BusyAsync(centre);
            await centre.Services.GetRequiredService<Backup>().WriteAsync(archive, null, TestContext.Current.CancellationToken);
        }
        await using var kept = await TestDatabase.EmptyAsync(to);
        await using var copy = TestCentre.Over(kept, guest: true, and: services => services.AddSingleton<AnchorRound>());
        await copy.Services.GetRequiredService<Restore>().ReadAsync(archive, null, TestContext.Current.CancellationToken);
        await copy.StartAsync();

        var seen = (await copy.AskAsync(new SystemHealth())).Value.Lines;
        Assert.DoesNotContain(seen, line => line.Says.Contains("has said nothing", StringComparison.Ordinal));
        await using (var db = copy.OpenDb())
        {
            Assert.False(await db.Set<LeaseRow>().AnyAsync(TestContext.Current.CancellationToken));
            Assert.All(await db.Set<OutboxRow>().Where(row => row.Kind == "mail.send").ToListAsync(TestContext.Current.CancellationToken),
                row => Assert.Equal((WorkState.Failed, 0), (row.State, row.Attempts)));
        }
        Assert.Equal(2, seen.Count(line => line.Says == "given up" && line.Advice!.Contains("may have been sent since", StringComparison.Ordinal)));

        Assert.Equal(Condition.Look, seen.Single(line => line.Name == "Anchors").Condition);
        await copy.Services.GetRequiredService<AnchorRound>().GoAsync(TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, AnchorFile.Name)));
        Assert.True((await copy.AskAsync(new JournalVerification())).Value.Sound);

        var view = (await copy.AskAsync(new Anchoring())).Value;
        Assert.True(view.Rests);
        Assert.True((await copy.DoAsync(new ChangeAnchoring(view.Folder, view.Url, view.MailTo, view.Revision))).Allowed);
        await copy.Services.GetRequiredService<AnchorRound>().GoAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, AnchorFile.Name)));
    }

    /// <summary>With a server at work, a letter that waits and one that is being sent.</summary>
    private static async Task BusyAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        var (now, node) = (centre.Time.GetUtcNow(), App.Ids.New());
        db.Add(new NodeRow { Id = node, Name = "vm/22440", StartedAt = now.AddHours(-1), SeenAt = now.AddMinutes(-10) });
        db.Add(new LeaseRow { Name = "timetable", Node = node, Until = now.AddSeconds(5) });
        var sent = OutboxRow.Of(new SendLetter(App.Ids.New<LetterId>()), null, "Sending one", Actor.System, now);
        (sent.State, sent.Node, sent.LeaseUntil) = (WorkState.Running, $"{node}", now.AddSeconds(5));
        db.AddRange(sent, OutboxRow.Of(new SendLetter(App.Ids.New<LetterId>()), null, "Sending another", Actor.System, now));
        await db.SaveChangesAsync();
    }
}
