using System.Net;
using System.Net.Sockets;
using System.Text;
using Answerable.App.Mail;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.DatabaseTests.Web;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;

namespace Answerable.DatabaseTests.Mail;

public sealed class MailTests
{
    [Theory, EachDatabase]
    public async Task A_test_mail_goes_out_by_TLS_and_what_the_server_says_is_told(Database database)
    {
        await using var post = new PostOffice();
        await using var centre = await OpenAsync(database, post.Port);
        var sent = await centre.DoAsync(new SendTestMail("ada@example.org"));
        Assert.True(sent.Allowed, string.Join(" ", sent.Refusals));
        Assert.Contains("took it", sent.Value, StringComparison.Ordinal);
        var message = Assert.Single(post.Offered);
        Assert.Equal(("ada@example.org", "centre@example.org"), (message.To.Mailboxes.Single().Address, message.From.Mailboxes.Single().Address));
        Assert.Equal("Bürgerbüro", message.From.Mailboxes.Single().Name);
    }

    [Theory]
    [InlineData("wrong word", "does not take the user name and password")]
    [InlineData("no TLS", "offers no TLS")]
    [InlineData("refused", "does not take it: 554 no room for (the address)")]
    [InlineData("later", "does not take it now: 451")]
    [InlineData("untrusted", "could not prove by its certificate")]
    [InlineData("away", "cannot be reached")]
    [InlineData("drops", "broke off")]
    public async Task What_stands_in_the_way_is_told_in_a_sentence(string what, string sentence)
    {
        await using var post = new PostOffice(tls: what is not ("no TLS" or "drops"));
        using var dropping = new Dropping();
        post.Answer = what switch
        {
            "refused" => new SmtpResponse(SmtpReplyCode.TransactionFailed, "no room for <ada@example.org>"),
            "later" => new SmtpResponse((SmtpReplyCode)451, "come again"),
            _ => SmtpResponse.Ok,
        };
        var port = what switch { "away" => PostOffice.FreePort(), "drops" => dropping.Port, _ => post.Port };
        var security = what == "drops" ? MailSecurity.None : MailSecurity.StartTls;
        await using var centre = await OpenAsync(Database.Sqlite, port, what == "wrong word" ? "guessed" : PostOffice.Password, security,
            trusts: what != "untrusted");
        var sent = await centre.DoAsync(new SendTestMail("ada@example.org"));
        Assert.False(sent.Allowed);
        Assert.Contains(sentence, sent.Refusals[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", sent.Refusals[0].Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_way_in_is_mailed_once_and_lies_nowhere_in_the_open(Database database)
    {
        await using var post = new PostOffice { Answer = new SmtpResponse((SmtpReplyCode)451, "come again") };
        await using var centre = await OpenAsync(database, post.Port);
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        var (invited, link) = (centre.Time.GetUtcNow(), $"https://desk.example.org/invitations/{way.Token}");
        Assert.True((await centre.DoAsync(new MailInvitation(way.Person, way.Token, link))).Allowed);
        await Soon.SoAsync("it is offered", () => Task.FromResult(!post.Offered.IsEmpty));
        var waits = await RowAsync(centre, WorkState.Waiting);
        Assert.Contains("451 come again", waits.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(way.Token, waits.Body, StringComparison.Ordinal);
        await using (var db = centre.OpenDb())
        {
            var kept = await db.Set<LetterRow>().SingleAsync();
            Assert.DoesNotContain(way.Token, kept.Content, StringComparison.Ordinal);
            Assert.Contains(link, kept.Open(db.Master)!.Text, StringComparison.Ordinal);
        }
        post.Answer = SmtpResponse.Ok;
        centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(1));
        await RowAsync(centre, WorkState.Done);
        Assert.Equal(2, post.Offered.Count);
        Assert.Single(post.Offered.Select(offered => offered.MessageId).Distinct());
        var (subject, text) = (post.Offered.Last().Subject, post.Offered.Last().TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("Your way into Contact centre", subject);
        Assert.StartsWith($"Ada,\n\n{Actor.System.Name} has made you a way into Contact centre. ", text, StringComparison.Ordinal);
        Assert.Contains($"\n{link}\n", text, StringComparison.Ordinal);
        var until = TimeZoneInfo.ConvertTime(invited + TimeSpan.FromDays(7), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        Assert.Contains($"It opens once, until {until:d MMMM yyyy, HH:mm} (Europe/London).", text, StringComparison.Ordinal);
        await using var after = centre.OpenDb();
        Assert.Equal(0, await after.Set<LetterRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task A_server_held_up_before_it_hands_a_letter_over_finds_that_another_has_done_so(Database database)
    {
        await using var post = new PostOffice();
        await using var slow = await OpenAsync(database, post.Port);
        post.AtDoor.Close();
        var kept = await LetterUnderWayAsync(slow, () => post.AtDoor.Holds);
        await using var other = await slow.BesideAsync(Trusting);
        other.Time.Set(slow.Time.GetUtcNow() + TakeWork.Lease + TakeWork.Lease);
        var row = await RowAsync(other, WorkState.Done);
        post.AtDoor.Open();
        await LaidDownAsync(slow);
        Assert.Equal($"{kept:N}", Assert.Single(post.Offered).MessageId!.Split('@')[0]);
        var after = (await AnyAsync(slow))!;
        Assert.Equal((WorkState.Done, row.EndedAt, 2), (after.State, after.EndedAt, after.Attempts));
    }

    [Theory, EachDatabase]
    public async Task A_letter_that_was_taken_meanwhile_is_not_handed_over_by_who_came_to_take_over(Database database)
    {
        await using var post = new PostOffice();
        await using var slow = await OpenAsync(database, post.Port);
        post.AtCounter.Close();
        await LetterUnderWayAsync(slow, () => post.AtCounter.Holds);
        post.AtDoor.Close();
        await using var other = await slow.BesideAsync(Trusting);
        other.Time.Set(slow.Time.GetUtcNow() + TakeWork.Lease + TakeWork.Lease);
        await Soon.SoAsync("the other is at the door", () => Task.FromResult(post.AtDoor.Holds));
        // Told that it lost it while it waits for the answer: what is offered is offered.
        slow.Time.Pass(TimeSpan.FromSeconds(2));
        await Soon.SoAsync("it is told", () => Task.FromResult(Hands(slow).All(hand => hand.Stopped.IsCancellationRequested)));
        post.AtCounter.Open();
        await LaidDownAsync(slow);
        Assert.Equal(WorkState.Running, (await AnyAsync(slow))!.State);
        post.AtDoor.Open();
        var row = await RowAsync(other, WorkState.Done);
        Assert.Single(post.Offered);
        Assert.Equal(2, row.Attempts);
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_for_good_is_given_up_until_somebody_has_it_tried_again(Database database)
    {
        await using var post = new PostOffice { Answer = new SmtpResponse(SmtpReplyCode.TransactionFailed, "not from you") };
        await using var centre = await OpenAsync(database, post.Port);
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"));
        var given = await RowAsync(centre, WorkState.Failed);
        Assert.Contains("554 not from you", given.Reason, StringComparison.Ordinal);
        post.Answer = SmtpResponse.Ok;
        Assert.True((await centre.DoAsync(new TryWorkAgain(given.Id))).Allowed);
        await RowAsync(centre, WorkState.Done);
        Assert.Equal("work.not-given-up", (await centre.DoAsync(new TryWorkAgain(given.Id))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task A_server_that_is_away_and_back_gets_it(Database database)
    {
        var port = PostOffice.FreePort();
        await using var centre = await OpenAsync(database, port);
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"));
        Assert.Contains("cannot be reached", (await RowAsync(centre, WorkState.Waiting)).Reason, StringComparison.Ordinal);
        await using var post = new PostOffice(port: port);
        centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(1));
        await RowAsync(centre, WorkState.Done);
        Assert.Single(post.Offered);
    }

    [Theory, EachDatabase]
    public async Task A_spent_way_in_is_not_mailed_and_without_a_server_nothing_is(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        Assert.False((await centre.AskAsync(new MailReady())).Value);
        Assert.Equal("mail.not-set-up", (await centre.DoAsync(new MailInvitation(way.Person, way.Token, "x"))).Refusals[0].Code);
        await centre.DoAsync(new AcceptInvitation(way.Token, "four unrelated words here", "four unrelated words here"));
        Assert.Equal("invitation.spent", (await centre.DoAsync(new MailInvitation(way.Person, way.Token, "x"))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task The_password_lies_sealed_is_kept_and_goes_to_no_other_server(Database database)
    {
        await using var centre = await OpenAsync(database, 587);
        await using (var db = centre.OpenDb())
            Assert.DoesNotContain(PostOffice.Password, (await db.Set<MailSettingsRow>().SingleAsync()).Password, StringComparison.Ordinal);
        var seen = (await centre.AskAsync(new MailSettings())).Value;
        Assert.True(seen.HasPassword);
        var same = Settings(587, "");
        Assert.True((await centre.DoAsync(same with { FromName = "Another" })).Allowed);
        foreach (var elsewhere in new[] { same with { Host = "evil.example" }, same with { Port = 588 }, same with { Login = "other" },
            same with { Security = MailSecurity.Tls } })
            Assert.Equal("mail.password", (await centre.DoAsync(elsewhere)).Refusals[0].Code);
        Assert.Equal("mail.open-password", (await centre.DoAsync(same with { Security = MailSecurity.None, Password = "x" })).Refusals[0].Code);
        Assert.Equal("changed-meanwhile", (await centre.DoAsync(same with { Revision = seen.Revision })).Refusals[0].Code);
        await using (var db = centre.OpenDb())
            Assert.Equal(PostOffice.Password, (await db.Set<MailSettingsRow>().SingleAsync()).Server(db.Master).Password);
        Assert.True((await centre.DoAsync(same with { Host = "" })).Allowed);
        Assert.False((await centre.AskAsync(new MailReady())).Value);
    }

    [Theory, EachDatabase]
    public async Task Letters_too_old_to_be_of_use_go(Database database)
    {
        await using var centre = await OpenAsync(database, PostOffice.FreePort());
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"));
        await centre.DoAsync(new LayLetterDown());
        await using var db = centre.OpenDb();
        Assert.NotNull((await db.Set<LetterRow>().AsNoTracking().SingleAsync()).Open(db.Master));
        centre.Time.Set(centre.Time.GetUtcNow() + LetterRow.Kept + TimeSpan.FromHours(1));
        await centre.DoAsync(new LayLetterDown());
        Assert.Equal("", (await db.Set<LetterRow>().AsNoTracking().SingleAsync()).Content);
        centre.Time.Set(centre.Time.GetUtcNow() + LetterRow.Known);
        await centre.DoAsync(new LayLetterDown());
        Assert.Equal(0, await db.Set<LetterRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task A_letter_too_old_to_be_sent_is_never_called_sent(Database database)
    {
        await using var centre = await OpenAsync(database, PostOffice.FreePort());
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"));
        await RowAsync(centre, WorkState.Waiting);
        centre.Time.Set(centre.Time.GetUtcNow() + LetterRow.Kept + TimeSpan.FromHours(1));
        await centre.DoAsync(new LayLetterDown());
        Assert.Equal("0", (await new MailStands(centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>())
            .AskAsync(CancellationToken.None)).Single(standing => standing.Name == "Letters not taken yet").Says);
        await GivenUpAsync();
        Assert.True((await centre.DoAsync(new TryWorkAgain((await AnyAsync(centre))!.Id))).Allowed);
        await GivenUpAsync();

        Task GivenUpAsync() => Soon.SoAsync("it is given up", async () =>
        {
            centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(5));
            return await AnyAsync(centre) is { State: WorkState.Failed } row && row.Reason!.Contains("within seven days", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_way_in_that_could_not_be_mailed_is_shown_on_while_it_opens()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Administrator);
        var way = (await centre.Dispatcher.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null), Actor.System)).Value;
        var page = await MailAsync(way.Token);
        Assert.Contains("No mail server is set up", page, StringComparison.Ordinal);
        Assert.Contains($"/invitations/{way.Token}", page, StringComparison.Ordinal);
        await centre.Dispatcher.DoAsync(new AcceptInvitation(way.Token, WebCentre.Password, WebCentre.Password), Actor.System);
        page = await MailAsync(way.Token);
        Assert.Contains("does not open any more", page, StringComparison.Ordinal);
        Assert.DoesNotContain(way.Token, page, StringComparison.Ordinal);

        async Task<string> MailAsync(string token)
        {
            var form = new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, $"/people/{way.Person}"),
                ["Token"] = token,
            };
            using var answer = await client.PostAsync($"/people/{way.Person}/invitation/mail", new FormUrlEncodedContent(form));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [InlineData("ada@example.org", true)]
    [InlineData("ada@bücher.example", true)]
    [InlineData("ada@example.org\r\nBcc: eve@example.org", false)]
    [InlineData("ada@example.org, eve@example.org", false)]
    [InlineData("Ada <ada@example.org>", false)]
    [InlineData("ada", false)]
    [InlineData("", false)]
    public void One_bare_address_is_an_address(string text, bool one) => Assert.Equal(one, MailAddresses.IsAddress(text));

    [Fact]
    public void Nobody_writes_a_heading_into_another()
    {
        var server = new MailServer("smtp", 25, MailSecurity.None, "", null, "centre@bücher.example", "Centre\r\nBcc: eve@example.org");
        using var message = SmtpPost.MessageOf(server, App.Ids.New<LetterId>(),
            new Letter("ada@example.org", "Hello\r\nBcc: eve@example.org", "Text"),
            DateTimeOffset.UnixEpoch);
        using var written = new MemoryStream();
        message.WriteTo(written);
        var lines = Encoding.UTF8.GetString(written.ToArray()).Split('\n');
        Assert.DoesNotContain(lines, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(message.Bcc);
        Assert.EndsWith("@xn--bcher-kva.example", message.MessageId, StringComparison.Ordinal);
    }

    private static ChangeMailSettings Settings(int port, string password, MailSecurity security = MailSecurity.StartTls) => new(
        "localhost", port, security, security == MailSecurity.None ? "" : PostOffice.Login, password, "centre@example.org", "Bürgerbüro");

    private static async Task<TestCentre> OpenAsync(
        Database database, int port, string password = PostOffice.Password, MailSecurity security = MailSecurity.StartTls, bool trusts = true)
    {
        var centre = await TestCentre.OpenAsync(database, and: trusts ? Trusting : null);
        var set = await centre.DoAsync(Settings(port, password, security));
        Assert.True(set.Allowed, string.Join(" ", set.Refusals));
        return centre;
    }

    private static void Trusting(IServiceCollection services) => services.AddSingleton(new MailTrust((_, shown, _, _) => shown is not null));

    private static IReadOnlyList<WorkInHand> Hands(TestCentre centre) => centre.Services.GetRequiredService<WorkDesk>().Hands;

    private static Task LaidDownAsync(TestCentre centre) =>
        Soon.SoAsync("nothing is in hand any more", () => Task.FromResult(Hands(centre).Count == 0));

    /// <summary>A letter that somebody has begun to send.</summary>
    private static async Task<Guid> LetterUnderWayAsync(TestCentre centre, Func<bool> begun)
    {
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        Assert.True((await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"))).Allowed);
        await Soon.SoAsync("it is begun", () => Task.FromResult(begun()));
        await using var db = centre.OpenDb();
        return (await db.Set<LetterRow>().AsNoTracking().SingleAsync()).Id.Value;
    }

    private static async Task<OutboxRow?> AnyAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<OutboxRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Kind == "mail.send");
    }

    private static async Task<OutboxRow> RowAsync(TestCentre centre, WorkState state)
    {
        OutboxRow? row = null;
        await Soon.SoAsync($"the letter is {state}", async () =>
        {
            row = await AnyAsync(centre);
            return row?.State == state && (state != WorkState.Waiting || row.Reason is not null);
        });
        return row!;
    }

    /// <summary>Says hello and hangs up.</summary>
    private sealed class Dropping : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Dropping()
        {
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                await caller.GetStream().WriteAsync("220 hello\r\n"u8.ToArray());
                caller.GetStream().ReadByte();
            }
        }
    }
}
