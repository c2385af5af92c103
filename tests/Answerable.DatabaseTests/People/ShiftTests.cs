using System.Collections.Concurrent;
using System.Net;
using Answerable.App.People;
using Answerable.DatabaseTests.Deliveries;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.People;

/// <summary>Many who sign in to a real server from one address, and by whose word an address is known.</summary>
public sealed class ShiftTests
{
    private const int People = 200;
    private const string Wrong = "The address or the password is wrong.";
    private const string Waits = "Too many wrong tries.";

    private static readonly Dictionary<string, string> FewTries = new() { ["SignIns__WrongPerAddress"] = "5" };

    [Theory, EachDatabase]
    public async Task Two_hundred_people_of_one_address_all_get_in_at_once_with_the_servers_own_limits(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("person0");
        for (var person = 1; person < People; person++)
            Assert.True((await centre.DoAsync(new InvitePerson($"Person {person}", AtTheDoor.Email($"person{person}"), [Role.Agent], null))).Allowed);
        await using (var db = centre.OpenDb())
        {
            // Each had chosen a password; that all chose the same spares the time of hashing it two hundred times.
            var hash = await db.Set<Credentials>().Where(row => row.Email == AtTheDoor.Email("person0")).Select(row => row.PasswordHash)
                .SingleAsync(TestContext.Current.CancellationToken);
            await db.Set<Credentials>().Where(row => row.PasswordHash == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, hash), TestContext.Current.CancellationToken);
        }
        using var server = await RunningServer.StartAsync(centre.ConnectionString);
        var outside = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, _) =>
        {
            using var browser = Browser(server);
            // One in ten slips first, as people do in the morning.
            if (person % 10 == 0)
                await AskAsync(browser, AtTheDoor.Email($"person{person}"), "a slip of theirs");
            using var answer = await AskAsync(browser, AtTheDoor.Email($"person{person}"), AtTheDoor.Password);
            if (answer.StatusCode != HttpStatusCode.Found
                || (await browser.GetAsync("/desk", CancellationToken.None)).StatusCode != HttpStatusCode.OK)
                outside.Add($"{person}: {answer.StatusCode}");
        });
        Assert.Empty(outside);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_wrong_tries_are_counted_by_the_address_it_names()
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Sqlite);
        using var server = await RunningServer.StartAmidAsync(FewTries, kept.Connection, "--empty", "--proxies", "127.0.0.1");
        for (var guess = 0; guess < 5; guess++)
            Assert.Contains(Wrong, await GuessAsync(server, guess, "203.0.113.7"), StringComparison.Ordinal);
        Assert.Contains(Waits, await GuessAsync(server, 5, "203.0.113.7"), StringComparison.Ordinal);
        Assert.Contains(Wrong, await GuessAsync(server, 6, "203.0.113.8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_nobody_gets_more_tries_by_saying_that_they_come_from_elsewhere()
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Sqlite);
        using var server = await RunningServer.StartAmidAsync(FewTries, kept.Connection, "--empty", "--proxies", "10.1.0.1");
        for (var guess = 0; guess < 5; guess++)
            Assert.Contains(Wrong, await GuessAsync(server, guess, $"203.0.113.{guess}"), StringComparison.Ordinal);
        Assert.Contains(Waits, await GuessAsync(server, 5, "203.0.113.99"), StringComparison.Ordinal);
        await server.CloseAsync();
        // Nor where no proxy is named at all: what was counted of this address stands.
        using var bare = await RunningServer.StartAmidAsync(FewTries, kept.Connection, "--empty");
        Assert.Contains(Waits, await GuessAsync(bare, 6, "203.0.113.100"), StringComparison.Ordinal);
    }

    private static async Task<string> GuessAsync(RunningServer server, int number, string from)
    {
        using var browser = Browser(server);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        using var answer = await AskAsync(browser, AtTheDoor.Email($"nobody{number}"), "a guess of theirs");
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string email, string password) => WebCentre.PostAsync(
        browser, "/sign-in", "sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });

    private static HttpClient Browser(RunningServer server) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };
}
