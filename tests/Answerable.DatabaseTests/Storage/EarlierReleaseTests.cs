using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Centre;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Web.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>A centre that 0.1.0 left is opened by the present product: see Fixtures/README.md for what is in it and how it was made.</summary>
public sealed class EarlierReleaseTests
{
    private const string Password = "four unrelated words here";
    private static readonly JsonElement Expected = Read();

    /// <summary>Tables whose rows stand elsewhere since; none where what they said is a word in other rows.</summary>
    private static readonly Dictionary<string, string?> Became = new() { ["people_user_roles"] = "people_held_roles", ["people_roles"] = null };

    [Theory, EachDatabase]
    public async Task It_opens_and_no_row_of_it_is_lost(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await using var db = centre.OpenDb();
        foreach (var (table, rows) in Expected.GetProperty("rows").EnumerateObject().Select(line => (line.Name, line.Value.GetInt64()))
            .Where(table => table.Item2 > 0))
            if (Became.GetValueOrDefault(table, table) is { } now)
                Assert.True(rows <= await CountAsync(db, now), $"{table} had {rows} rows and {now} has fewer.");
        Assert.Equal(App.Storage.Schema.Scripts(database.ToString()).Count, await CountAsync(db, "schema_versions"));
    }

    [Theory, EachDatabase]
    public async Task Its_journal_verifies_line_for_line(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        var found = (await centre.AskAsync(new JournalVerification())).Value;
        var lines = Expected.GetProperty("journal").GetProperty(Key(database)).GetProperty("lines").GetInt64();
        Assert.True(found.Sound, found.Fault);
        Assert.True(found.Lines >= lines);
        await using var db = centre.OpenDb();
        await foreach (var row in db.Set<JournalRow>().AsNoTracking().OrderBy(row => row.Number).Take((int)lines).AsAsyncEnumerable())
            Assert.IsNotType<UnreadFact>(row.Entry().Fact());
    }

    [Theory, EachDatabase]
    public async Task It_answers_the_same_figures(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        centre.Time.Set(new DateTimeOffset(2026, 11, 26, 6, 40, 0, TimeSpan.Zero));
        var wrong = new List<string>();
        foreach (var figure in Expected.GetProperty("figures").EnumerateArray())
        {
            var asked = new KpiFigures(figure.GetProperty("kpi").GetString()!, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 10))
            {
                Whole = true,
                Split = figure.GetProperty("split").GetString() == "day" ? null : Analysis.Measures.Dimension.Queue,
                Interval = Analysis.Measures.Interval.Day,
                Kinds = figure.GetProperty("kind").GetString() == "demo" ? [FactKind.Demo] : [FactKind.Live, FactKind.Imported],
            };
            using var answer = JsonDocument.Parse(KpiJson.Of(asked, (await centre.AskAsync(asked)).Value));
            // Of another formula, under another number, it is another figure.
            if (Analysis.Measures.Kpis.Find(asked.Kpi)!.Superseded.Count > 0)
                Assert.NotEqual(figure.GetProperty("answer").GetProperty("version").GetInt32(), answer.RootElement.GetProperty("version").GetInt32());
            else
                wrong.AddRange(Differences(figure.GetProperty("answer"), answer.RootElement, $"{asked.Kpi} of {figure.GetProperty("kind")}"));
        }
        Assert.Empty(wrong);
    }

    [Theory, EachDatabase]
    public async Task Folded_again_from_the_journal_its_contacts_are_as_they_were(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        var found = await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync(TestContext.Current.CancellationToken);
        Assert.True(found.Contacts > 1000);
        Assert.Equal(0, found.PutRight);
    }

    [Theory, EachDatabase]
    public async Task Its_people_sign_in_and_those_who_could_not_still_cannot(Database database)
    {
        await using var kept = await TestDatabase.OfReleaseAsync(database);
        await using var web = new WebCentre(kept);
        Assert.Equal("/", await SignInAsync(web, "ama@centre.example"));
        Assert.Equal("/", await SignInAsync(web, "adam@centre.example"));
        Assert.StartsWith("/sign-in/", await SignInAsync(web, "fay@centre.example"), StringComparison.Ordinal);
        Assert.Null(await SignInAsync(web, "gus@centre.example"));
        // Whom wrong guesses had locked out: they are counted anew, and the right password is no guess.
        Assert.Equal("/", await SignInAsync(web, "loki@centre.example"));
        Assert.Null(await SignInAsync(web, "ama@centre.example", "a wrong password of hers"));
        Assert.Equal("/", await SignInAsync(web, App.Demo.DemoAccounts.All[0].Email, App.Demo.DemoAccounts.Password));
    }

    [Theory, EachDatabase]
    public async Task An_address_it_kept_with_its_letters_taken_apart_is_found_however_it_is_typed(Database database)
    {
        const string Composed = "zo\u00eb@centre.example", Apart = "zoe\u0308@centre.example";
        await using var kept = await TestDatabase.OfReleaseAsync(database);
        await using var web = new WebCentre(kept);
        await using (var db = await web.Services.GetRequiredService<IDbContextFactory<App.Storage.AnswerableDb>>().CreateDbContextAsync())
            await db.Set<Credentials>().Where(row => row.Email == "ama@centre.example").ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Email, Apart).SetProperty(row => row.UserName, Apart)
                .SetProperty(row => row.NormalizedEmail, Apart.ToUpperInvariant())
                .SetProperty(row => row.NormalizedUserName, Apart.ToUpperInvariant()));
        foreach (var typed in (string[])[Composed, Apart, Composed.ToUpperInvariant()])
        {
            Assert.Equal("/", await SignInAsync(web, typed));
            Assert.Single((await web.Dispatcher.AskAsync(new PeopleList(typed), Model.People.Actor.System)).Value.People);
        }
        Assert.Contains((await web.Dispatcher.DoAsync(new InvitePerson("Zoe", Composed, [Role.Agent], null), Model.People.Actor.System)).Refusals,
            refusal => refusal.Code == "person.email-taken");
    }

    [Theory, EachDatabase]
    public async Task Its_people_are_who_they_were_with_team_roles_standing_presence_and_second_factor(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await using var db = centre.OpenDb();
        async Task<PersonRecord.Record> OfAsync(string name) =>
            (await centre.AskAsync(new PersonRecord((await db.Set<PersonRow>().SingleAsync(row => row.Name == name)).Id))).Value;

        var (ama, adam, gus, fay) =
            (await OfAsync("Ama Agent"), await OfAsync("Adam Administrator"), await OfAsync("Gus Gone"), await OfAsync("Fay Factor"));
        Assert.Equal("Old billing", ama.Teams.Single(team => team.Id == ama.Team).Name);
        Assert.Equal((Role.Agent, Role.Administrator, Role.Planner), (Assert.Single(ama.Roles), Assert.Single(adam.Roles), Assert.Single(fay.Roles)));
        Assert.Equal((true, false, true), (ama.Active, gus.Active, fay.SecondFactor));
        Assert.Equal(adam.Id, (await db.Set<PersonRow>().SingleAsync(row => row.Id == gus.Id)).DeactivatedBy);
        Assert.Equal(Presence.Busy, (await centre.AskAsync(new DeskQueue(), await ActorAsync(centre, "Olu Other", Role.Agent))).Value.Presence);

        foreach (var code in (string[])[OneTimeCode.At(Said(database, "authenticator"), centre.Time.GetUtcNow()), Said(database, "recovery")
            .Split(' ')[0]])
        {
            var asks = Assert.IsType<Entrance.AsksForCode>((await centre.DoAsync(new SignIn(fay.Email, Password))).Value);
            Assert.IsType<Entrance.Open>((await centre.DoAsync(new SignInByCode(asks.Person, asks.Stamp, code))).Value);
        }
    }

    [Theory, EachDatabase]
    public async Task What_its_demo_invented_is_told_from_what_real_people_made(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await using var db = centre.OpenDb();
        var people = db.Set<PersonRow>();
        Assert.Equal(60, await Invented.Among(db, people.Select(row => (Guid)(object)row.Id)).CountAsync());
        Assert.Equal(0, await Invented.Among(db, people.Where(row => row.Name == "Ama Agent").Select(row => (Guid)(object)row.Id)).CountAsync());
        Assert.Equal(6, await Invented.Among(db, db.Set<TeamRow>().Select(row => (Guid)(object)row.Id)).CountAsync());
        var types = (await centre.AskAsync(new App.Procedures.ContactTypes())).Value.Types;
        Assert.All(types, type => Assert.Equal(!type.Type.Code.StartsWith("old-", StringComparison.Ordinal), type.Demo));
        Assert.Contains(types, type => type.Demo);
        var published = (await centre.AskAsync(new App.Procedures.Publications(DateTimeOffset.UnixEpoch))).Value;
        Assert.Equal([false, true], published.Select(line => line.Demo).Distinct().Order());
    }

    [Theory, EachDatabase]
    public async Task It_says_of_itself_what_stood_in_the_program_until_then(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        var found = (await centre.AskAsync(new CentreRecord())).Value;
        Assert.Equal(("Contact centre", "Europe/London", "GBP", HolidayPart.EnglandAndWales, true),
            (found.Settings.Name, found.Settings.Zone, found.Settings.Currency.Code, found.Settings.Holidays, found.Settings.Demo));
        Assert.Equal((0, 0), (found.Settings.Hours.Weeks.Count, found.Settings.Hours.Special.Count));
        await using var db = centre.OpenDb();
        Assert.Equal(await db.Set<App.Authority.LimitRow>().MinAsync(row => row.SetAt), found.CurrencyHeldAt);
        Assert.Equal("centre.currency-held",
            Assert.Single((await centre.DoAsync(new ChangeCentre("Here", "Europe/Dublin", "EUR", "", found.Revision))).Refusals).Code);
        Assert.True((await centre.DoAsync(new ChangeCentre("Here", "Europe/Dublin", "GBP", "", found.Revision))).Allowed);
    }

    [Theory, EachDatabase]
    public async Task That_nobody_has_said_yet_what_it_is_stands_among_what_is_to_do_until_somebody_says_it(Database database)
    {
        await using var kept = await TestDatabase.OfReleaseAsync(database);
        await using var web = new WebCentre(kept);
        var client = await web.SignedInAsync(Role.Administrator);
        Assert.Contains("<a href=\"/centre\">Say what the centre is</a>", await HomeAsync(), StringComparison.Ordinal);
        // What it is read as until then may be left as it is: that is said too.
        var found = (await web.Dispatcher.AskAsync(new CentreRecord(), Actor.System)).Value;
        using var answer = await client.PostAsync("/centre/settings", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/centre"),
            ["Settings.Name"] = found.Settings.Name,
            ["Settings.Zone"] = found.Settings.Zone,
            ["Settings.Currency"] = found.Settings.Currency.Code,
            ["Settings.Holidays"] = "england-and-wales",
            ["Settings.Revision"] = $"{found.Revision}",
        }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.DoesNotContain("<a href=\"/centre\">Say what the centre is</a>", await HomeAsync(), StringComparison.Ordinal);

        Task<string> HomeAsync() => client.GetStringAsync("/", TestContext.Current.CancellationToken);
    }

    [Theory, EachDatabase]
    public async Task An_invitation_and_a_key_given_out_before_are_good(Database database)
    {
        await using var kept = await TestDatabase.OfReleaseAsync(database);
        await using var web = new WebCentre(kept);
        var client = web.Nobody();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Said(database, "key"));
        var answer = await client.PostAsync("/api/contacts/events", JsonContent.Create(new
        { id = "new-1", contact = "c38", type = "answered", at = "2026-10-08T18:00:00Z" }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("talking", (await client.GetFromJsonAsync<JsonElement>("/api/contacts/c38", TestContext.Current.CancellationToken))
            .GetProperty("state").GetString());

        await using var centre = await TestCentre.OpenReleaseAsync(database);
        Assert.Equal("Ines Invited", (await centre.AskAsync(new InvitationInForce(Said(database, "invitation")))).Value.Name);
        Assert.True((await centre.DoAsync(new AcceptInvitation(Said(database, "invitation"), Password, Password))).Allowed);
    }

    [Theory, EachDatabase]
    public async Task What_was_left_is_resumed_where_it_stood_and_what_was_noted_is_read(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        centre.Time.Set(new DateTimeOffset(2026, 10, 9, 10, 0, 0, TimeSpan.Zero));
        var ama = await ActorAsync(centre, "Ama Agent", Role.Agent);
        var left = new ContactId(Guid.Parse(Said(database, "left")));
        Assert.True((await centre.DoAsync(new ResumeWalk(left), ama)).Allowed);
        var view = (await centre.AskAsync(new DeskContact(left), ama)).Value;
        Assert.Equal("n3", view.Walk!.Offer.Node.Key);
        Assert.Equal("Waits for the meter reading.", view.Story.Notes[0].Text);
        Assert.Equal(["81", "12 Elm Row"], view.Story.Known.Select(known => known.Value));
        Assert.Equal("AC 81", view.Customer!.Reference);
        Assert.True((await GiveAsync(centre, left, "10", ama)).Allowed);
    }

    [Theory, EachDatabase]
    public async Task An_approval_given_before_is_heard_and_an_open_referral_is_decided(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        centre.Time.Set(new DateTimeOffset(2026, 10, 9, 9, 20, 0, TimeSpan.Zero));
        var (ama, olu, lena) = (await ActorAsync(centre, "Ama Agent", Role.Agent), await ActorAsync(centre, "Olu Other", Role.Agent),
            await ActorAsync(centre, "Lena Leader", Role.TeamLeader));
        var approved = new ContactId(Guid.Parse(Said(database, "approved")));
        Assert.True((await GiveAsync(centre, approved, "55", olu)).Allowed);
        await using var db = centre.OpenDb();
        var referred = new ContactId(Guid.Parse(Said(database, "referred")));
        var open = await db.Set<ReferralRow>().SingleAsync(row => row.Contact == referred);
        Assert.True((await centre.DoAsync(new AcceptReferral(open.Id), lena)).Allowed);
        Assert.True((await centre.DoAsync(new DecideReferral(open.Id, true, "Fair."), lena)).Allowed);
        Assert.True((await GiveAsync(centre, referred, "60", ama)).Allowed);
        Assert.True((await centre.AskAsync(new JournalVerification())).Value.Sound);
    }

    private static async Task<Model.Outcome<Model.Done>> GiveAsync(TestCentre centre, ContactId contact, string pounds, Actor who)
    {
        var turn = (await centre.AskAsync(new DeskContact(contact), who)).Value.Walk!.Walk.Turn;
        return await centre.DoAsync(
            new DoStep(contact, "n3", turn, new Dictionary<string, string> { ["amount"] = pounds }, Reason: "They waited three weeks."), who);
    }

    private static async Task<Actor> ActorAsync(TestCentre centre, string name, Role role)
    {
        var listing = (await centre.AskAsync(new PeopleList(name))).Value;
        var team = (await centre.AskAsync(new PeopleList())).Value.Teams.Single(line => line.Name == "Old billing").Id;
        return Actor.Of(Assert.Single(listing.People).Id, name, [role], team);
    }

    /// <summary>Where one is led after signing in; nowhere where one is refused.</summary>
    private static async Task<string?> SignInAsync(WebCentre web, string email, string password = Password)
    {
        var answer = await WebCentre.PostAsync(web.Nobody(), "/sign-in", "sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });
        return answer.StatusCode == HttpStatusCode.Found ? new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath : null;
    }

    /// <summary>What is expected must be there, the same; more may be said beside it.</summary>
    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string at)
    {
        if (expected.ValueKind != actual.ValueKind)
            return [$"{at}: {expected} was, {actual} is"];
        return expected.ValueKind switch
        {
            JsonValueKind.Object => expected.EnumerateObject().SelectMany(member => actual.TryGetProperty(member.Name, out var found)
                ? Differences(member.Value, found, $"{at}.{member.Name}")
                : member.Value.ValueKind == JsonValueKind.Null ? [] : [$"{at}.{member.Name} is gone"]),
            JsonValueKind.Array when at.EndsWith(".beside", StringComparison.Ordinal) && actual.GetArrayLength() > expected.GetArrayLength() =>
                // What is said besides by now: here there is none of it.
                expected.EnumerateArray().Zip(actual.EnumerateArray())
                    .SelectMany((pair, place) => Differences(pair.First, pair.Second, $"{at}[{place}]"))
                    .Concat(actual.EnumerateArray().Skip(expected.GetArrayLength()).Where(beside => beside.GetProperty("count").GetInt64() != 0
                            // A part of what was counted all along.
                            && beside.GetProperty("label").GetString() != "minutes of after-contact work in it")
                        .Select(beside => $"{at}: {beside}")),
            JsonValueKind.Array when expected.GetArrayLength() != actual.GetArrayLength() =>
                [$"{at}: {expected.GetArrayLength()} lines were, {actual.GetArrayLength()} are"],
            JsonValueKind.Array => expected.EnumerateArray().Zip(actual.EnumerateArray())
                .SelectMany((pair, place) => Differences(pair.First, pair.Second, $"{at}[{place}]")),
            // A formula says by now of whom it speaks, and when an issue begins.
            JsonValueKind.String when at.EndsWith(".formula", StringComparison.Ordinal)
                && actual.GetString()!.StartsWith($"{expected.GetString()}, ", StringComparison.Ordinal) => [],
            _ => expected.ToString() == actual.ToString() || InSeconds(expected, actual, at) ? [] : [$"{at}: {expected} was, {actual} is"],
        };
    }

    // 0.1.0 told the sums of times in milliseconds, beside a figure in seconds.
    private static bool InSeconds(JsonElement expected, JsonElement actual, string at) => expected.ValueKind == JsonValueKind.Number
        && (at.EndsWith(".numerator", StringComparison.Ordinal) || at.EndsWith(".denominator", StringComparison.Ordinal))
        && actual.GetDecimal() * 1000 == expected.GetDecimal();

    private static async Task<long> CountAsync(App.Storage.AnswerableDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Said(Database database, string what) =>
        Expected.GetProperty("said").GetProperty(Key(database)).GetProperty(what).GetString()!;

    private static string Key(Database database) => database.ToString().ToLowerInvariant();

    private static JsonElement Read()
    {
        using var kept = TestDatabase.Kept("centre-0.1.0.json.gz");
        return JsonDocument.Parse(kept).RootElement;
    }
}
