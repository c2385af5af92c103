using System.Net;
using System.Net.NetworkInformation;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Answerable.App.Journal;
using Answerable.App.Mail;
using Answerable.App.Operations;
using Answerable.App.People;
using Answerable.App.Work;
using Answerable.DatabaseTests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Journal;

public sealed class AnchoringTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-anchors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Once_a_day_it_goes_into_the_folder_and_verify_reads_it(Database database)
    {
        await using var centre = await OpenAsync(database);
        Assert.True((await centre.DoAsync(new ChangeAnchoring(_folder.FullName, "", ""))).Allowed);
        await GoAsync(centre);
        await GoAsync(centre);
        centre.Time.Set(centre.Time.GetUtcNow().AddDays(1));
        await centre.DoAsync(new FormTeam("More"));
        await GoAsync(centre);
        var anchors = (await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, AnchorFile.Name))).Select(line => Anchor.Read(line)!).ToList();
        Assert.Equal(2, anchors.Count);
        var found = (await centre.AskAsync(new JournalVerification(Anchors: anchors))).Value;
        Assert.True(found.Sound, found.Fault);
        Assert.Equal(2, found.AnchorsHeld);
        var view = (await centre.AskAsync(new Anchoring())).Value;
        Assert.Equal(2, view.Sendings.Count);
        Assert.All(view.Sendings, sent => Assert.NotNull(sent.SentAt));
    }

    [Theory, EachDatabase]
    public async Task A_folder_that_goes_is_said_and_tried_again_later(Database database)
    {
        await using var centre = await OpenAsync(database);
        var folder = _folder.CreateSubdirectory("gone");
        await centre.DoAsync(new ChangeAnchoring(folder.FullName, "", ""));
        folder.Delete();
        await GoAsync(centre);
        await GoAsync(centre);
        var sent = Assert.Single((await centre.AskAsync(new Anchoring())).Value.Sendings);
        Assert.Equal((1, "The folder is not there."), (sent.Attempts, sent.Reason));
        folder.Create();
        centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(6));
        await GoAsync(centre);
        sent = Assert.Single((await centre.AskAsync(new Anchoring())).Value.Sendings);
        Assert.Equal((2, (string?)null), (sent.Attempts, sent.Reason));
        Assert.NotNull(sent.SentAt);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(302, "answered 302")]
    [InlineData(500, "answered 500")]
    public async Task It_is_posted_as_JSON_and_not_led_on(int status, string? reason)
    {
        using var keeper = new HttpListener();
        var address = $"http://localhost:{PostOffice.FreePort()}/";
        keeper.Prefixes.Add(address);
        keeper.Start();
        await using var centre = await OpenAsync(Database.Sqlite, services => services.AddSingleton(new AnchorPost(IPAddress.IsLoopback)));
        Assert.True((await centre.DoAsync(new ChangeAnchoring("", address, ""))).Allowed);
        var heard = HearAsync(keeper, status);
        await GoAsync(centre);
        var body = JsonDocument.Parse(await heard).RootElement;
        Assert.NotNull(Anchor.Read(body.GetProperty("line").GetString()!));
        var sent = Assert.Single((await centre.AskAsync(new Anchoring())).Value.Sendings);
        if (reason is null)
            Assert.NotNull(sent.SentAt);
        else
            Assert.Contains(reason, sent.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 1, "signed by nobody whom this machine trusts")]
    [InlineData("localhost", -1, "has run out")]
    [InlineData("127.0.0.1", 1, "is for another name")]
    public async Task What_is_wrong_with_the_certificate_of_an_address_is_said(string host, int days, string sentence)
    {
        using var certificate = PostOffice.Certificate(days);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeted = GreetAsync(listener, certificate);
        using var post = new AnchorPost(IPAddress.IsLoopback);
        var anchor = new Anchor(DateTimeOffset.UnixEpoch, 1, new string('a', 64), new string('b', 64));
        var url = $"https://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/anchors";
        Assert.Contains(sentence, await post.SendAsync(url, anchor, CancellationToken.None), StringComparison.Ordinal);
        // Nothing was told to whom nobody knows.
        Assert.Equal(0, await greeted);
    }

    [Theory, EachDatabase]
    public async Task By_mail_it_goes_through_the_outbox(Database database)
    {
        await using var post = new PostOffice();
        await using var centre = await OpenAsync(database, services => services.AddSingleton(new MailTrust((_, shown, _, _) => shown is not null)));
        Assert.Equal("mail.not-set-up", (await centre.DoAsync(new ChangeAnchoring("", "", "auditor@example.org"))).Refusals[0].Code);
        await centre.DoAsync(new ChangeMailSettings(
            "localhost", post.Port, MailSecurity.StartTls, PostOffice.Login, PostOffice.Password, "centre@example.org", "Centre"));
        Assert.True((await centre.DoAsync(new ChangeAnchoring("", "", "auditor@example.org"))).Allowed);
        await GoAsync(centre);
        await Soon.SoAsync("it is there", () => Task.FromResult(!post.Offered.IsEmpty));
        await Soon.SoAsync("it is sent", async () => (await OneAsync(centre)).Came == Anchoring.Came.Sent);
        Assert.Equal("last sent", (await StandsAsync(centre, "Anchor by mail")).Says);
        var line = post.Offered.Single().TextBody!.Split('\n').Select(line => Anchor.Read(line.Trim())).Single(anchor => anchor is not null);
        Assert.Equal(1, (await centre.AskAsync(new JournalVerification(Anchors: [line!]))).Value.AnchorsHeld);
    }

    [Theory, EachDatabase]
    public async Task A_place_that_is_changed_is_sent_to_at_once_and_what_went_before_is_not_taken_for_its_own(Database database)
    {
        await using var centre = await OpenAsync(database);
        var (first, second) = (_folder.CreateSubdirectory("first"), _folder.CreateSubdirectory("second"));
        await centre.DoAsync(new ChangeAnchoring(first.FullName, "", ""));
        await GoAsync(centre);
        centre.Time.Set(centre.Time.GetUtcNow().AddDays(1));
        first.Delete(recursive: true);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await GoAsync(centre);
            centre.Time.Set(centre.Time.GetUtcNow().AddHours(2));
        }
        await GoAsync(centre);
        Assert.Equal("not sent", (await StandsAsync(centre, "Anchor in the folder")).Says);
        var (today, anchor) = (DateOnly.FromDateTime(centre.Time.GetUtcNow().UtcDateTime), (await centre.AskAsync(new JournalAnchor())).Value);
        await centre.DoAsync(new ChangeAnchoring(second.FullName, "", ""));
        Assert.Equal("not sent yet", (await StandsAsync(centre, "Anchor in the folder")).Says);
        Assert.Equal((true, Anchoring.Came.Sent), ((await OneAsync(centre)).Former, (await OneAsync(centre)).Came));
        // A hand that was under way says nothing of the new place, nor does a change of another.
        await centre.DoAsync(new NoteAnchor(today, AnchorPlace.Folder, first.FullName, anchor, null));
        await GoAsync(centre);
        Assert.True(File.Exists(Path.Combine(second.FullName, AnchorFile.Name)));
        await centre.DoAsync(new ChangeAnchoring(second.FullName, "https://keep.example.org/anchors", ""));
        Assert.Equal("last sent", (await StandsAsync(centre, "Anchor in the folder")).Says);
        Assert.Equal("not sent yet", (await StandsAsync(centre, "Anchor at the address")).Says);
    }

    [Theory, EachDatabase]
    public async Task Of_a_day_that_is_over_nobody_says_that_it_is_tried_again(Database database)
    {
        await using var centre = await OpenAsync(database);
        var folder = _folder.CreateSubdirectory("gone");
        await centre.DoAsync(new ChangeAnchoring(folder.FullName, "", ""));
        folder.Delete();
        await GoAsync(centre);
        Assert.Equal(Anchoring.Came.TriedAgain, (await OneAsync(centre)).Came);
        Assert.Contains("It is tried again", (await StandsAsync(centre, "Anchor in the folder")).Advice, StringComparison.Ordinal);
        centre.Time.Set(centre.Time.GetUtcNow().AddDays(1));
        Assert.Equal(Anchoring.Came.NotSent, (await OneAsync(centre)).Came);
        Assert.DoesNotContain("tried again", (await StandsAsync(centre, "Anchor in the folder")).Advice, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task By_mail_it_is_sent_once_the_mail_server_has_taken_it_and_not_before(Database database)
    {
        await using var centre = await OpenAsync(database);
        await centre.DoAsync(new ChangeMailSettings("localhost", PostOffice.FreePort(), MailSecurity.None, "", "", "centre@example.org", "Centre"));
        await centre.DoAsync(new ChangeAnchoring("", "", "auditor@example.org"));
        await GoAsync(centre);
        Assert.Equal(Anchoring.Came.InOutbox, (await OneAsync(centre)).Came);
        var stands = await StandsAsync(centre, "Anchor by mail");
        Assert.Equal(("in the outbox since", Condition.Well), (stands.Says, stands.Condition));
        centre.Time.Set(centre.Time.GetUtcNow().AddHours(1));
        Assert.Equal(Condition.Look, (await StandsAsync(centre, "Anchor by mail")).Condition);
        centre.Time.Set(centre.Time.GetUtcNow() + LetterRow.Kept);
        await centre.DoAsync(new LayLetterDown());
        var sent = await OneAsync(centre);
        Assert.Equal((Anchoring.Came.NotSent, "The mail server did not take it within a week."), (sent.Came, sent.Reason));
    }

    [Theory, EachDatabase]
    public async Task What_was_sent_stays_sent_whatever_a_late_hand_says(Database database)
    {
        await using var centre = await OpenAsync(database);
        var (day, anchor) = (new DateOnly(2026, 10, 9), (await centre.AskAsync(new JournalAnchor())).Value);
        await centre.DoAsync(new ChangeAnchoring(_folder.FullName, "", ""));
        await centre.DoAsync(new NoteAnchor(day, AnchorPlace.Folder, _folder.FullName, anchor, null));
        await centre.DoAsync(new NoteAnchor(day, AnchorPlace.Folder, _folder.FullName, anchor, "The folder is not there."));
        var sent = Assert.Single((await centre.AskAsync(new Anchoring())).Value.Sendings);
        Assert.Equal((1, (string?)null), (sent.Attempts, sent.Reason));
    }

    [Fact]
    public async Task What_cannot_be_sent_to_is_refused_where_it_is_set()
    {
        await using var centre = await OpenAsync(Database.Sqlite);
        foreach (var url in new[] { "http://keep.example.org/", "https://me:word@keep.example.org/", "file:///etc/passwd", "keep.example.org" })
            Assert.Equal("anchor.url", (await centre.DoAsync(new ChangeAnchoring("", url, ""))).Refusals[0].Code);
        foreach (var folder in new[] { "anchors", "/there/is/none" })
            Assert.Equal("anchor.folder", (await centre.DoAsync(new ChangeAnchoring(folder, "", ""))).Refusals[0].Code);
        Assert.Equal("anchor.mail", (await centre.DoAsync(new ChangeAnchoring("", "", "a@b.example, c@d.example"))).Refusals[0].Code);
        Assert.Equal("changed-meanwhile", (await centre.DoAsync(new ChangeAnchoring("", "", "", 99))).Refusals[0].Code);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://0.0.0.0/")]
    public async Task Addresses_of_this_machine_and_its_link_are_never_connected_to(string url)
    {
        using var post = new AnchorPost();
        var anchor = new Anchor(DateTimeOffset.UnixEpoch, 1, new string('a', 64), new string('b', 64));
        Assert.Contains("this machine or its link", await post.SendAsync(url, anchor, CancellationToken.None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("93.184.216.34", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", false)]
    [InlineData("224.0.0.1", false)]
    public void Networks_of_ones_own_are_allowed(string address, bool allowed) =>
        Assert.Equal(allowed, AnchorPost.IsOutside(IPAddress.Parse(address)));

    [Fact]
    public void This_machine_by_whatever_address_of_its_own_is_not_outside() => Assert.All(
        NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses),
        own => Assert.False(AnchorPost.IsOutside(own.Address), $"{own.Address}"));

    private static async Task<Anchoring.Sending> OneAsync(TestCentre centre) =>
        Assert.Single((await centre.AskAsync(new Anchoring())).Value.Sendings);

    private static async Task<HealthLine> StandsAsync(TestCentre centre, string name) =>
        (await centre.AskAsync(new SystemHealth())).Value.Lines.Single(standing => standing.Name == name);

    private static async Task<TestCentre> OpenAsync(Database database, Action<IServiceCollection>? and = null)
    {
        var centre = await TestCentre.OpenAsync(database, and: and);
        await centre.DoAsync(new FormTeam("Some"));
        return centre;
    }

    private static Task GoAsync(TestCentre centre) =>
        ActivatorUtilities.CreateInstance<AnchorRound>(centre.Services).GoAsync(CancellationToken.None);

    /// <summary>Shows its certificate, and says how much came after.</summary>
    private static async Task<int> GreetAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var caller = await listener.AcceptTcpClientAsync();
        await using var open = new SslStream(caller.GetStream());
        try
        {
            await open.AuthenticateAsServerAsync(certificate);
            return await open.ReadAsync(new byte[1]);
        }
        catch (Exception turned) when (turned is IOException or AuthenticationException)
        {
            return 0;
        }
    }

    private static async Task<string> HearAsync(HttpListener keeper, int status)
    {
        var asked = await keeper.GetContextAsync();
        using var read = new StreamReader(asked.Request.InputStream);
        var body = await read.ReadToEndAsync();
        asked.Response.StatusCode = status;
        asked.Response.RedirectLocation = status == 302 ? "http://localhost/elsewhere" : null;
        asked.Response.Close();
        return body;
    }
}
