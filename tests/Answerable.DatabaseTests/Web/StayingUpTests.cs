using System.Net;
using System.Net.Http.Json;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Answerable.DatabaseTests.Web;

/// <summary>What is said while the database is away, and what a fault of ours keeps.</summary>
public sealed class StayingUpTests
{
    [Fact]
    public async Task While_the_database_is_away_it_says_503_and_a_fault_says_500_both_with_the_headers_of_safety()
    {
        await using var centre = new WebCentre();
        Line? line = null;
        await using var web = centre.WithWebHostBuilder(builder => builder.ConfigureServices(services =>
        {
            var given = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AnswerableDb>));
            services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<AnswerableDb>>(provider =>
                line = new Line((IDbContextFactory<AnswerableDb>)given.ImplementationFactory!(provider))));
        }));
        using var client = web.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await Soon.SoAsync("it can be worked with", async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/health"))).StatusCode);

        line!.Gone = new InvalidOperationException("Transient.", new SqliteException("disk I/O error", 10));
        using var away = await DeliverAsync(client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("application/problem+json", away.Content.Headers.ContentType!.MediaType);
        Assert.Contains("database cannot be reached", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(away.Headers.RetryAfter);
        await Soon.SoAsync("it cannot be worked with", async () =>
            (await client.GetAsync("/health")).StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain(Path.GetTempPath(), await (await client.GetAsync("/health")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);

        line.Gone = new InvalidOperationException("A fault of ours.");
        using var broken = await DeliverAsync(client);
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        foreach (var answer in new[] { away, broken })
        {
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
        line.Gone = null;
        await Soon.SoAsync("it can be worked with again", async () => (await client.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Who_hangs_up_is_no_fault()
    {
        await using var centre = new WebCentre();
        Line? line = null;
        var told = new Told();
        await using var web = centre.WithWebHostBuilder(builder => builder.ConfigureServices(services =>
        {
            var given = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AnswerableDb>));
            services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<AnswerableDb>>(provider =>
                line = new Line((IDbContextFactory<AnswerableDb>)given.ImplementationFactory!(provider))));
            services.AddSingleton<ILoggerProvider>(told);
        }));
        var dispatcher = web.Services.GetRequiredService<Dispatcher>();
        var invitation = (await dispatcher.DoAsync(new InvitePerson("Ann", "ANN@TEST.EXAMPLE", [Role.Agent], null), Actor.System)).Value;
        await dispatcher.DoAsync(new AcceptInvitation(invitation.Token, WebCentre.Password, WebCentre.Password), Actor.System);
        using var client = web.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await WebCentre.PostAsync(
            client, "/sign-in", "sign-in", new() { ["Form.Email"] = "ANN@TEST.EXAMPLE", ["Form.Password"] = WebCentre.Password });
        using var hangUp = new CancellationTokenSource();
        line!.Asked = hangUp.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync("/desk", hangUp.Token));
        line.Asked = null;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk")).StatusCode);
        Assert.Empty(told.Faults);
    }

    /// <summary>What was said to be a fault.</summary>
    private sealed class Told : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Faults { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Faults.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    private static async Task<HttpResponseMessage> DeliverAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/contacts/events") { Content = JsonContent.Create(new { id = "1" }) };
        request.Headers.Authorization = new("Bearer", $"ak_{App.Ids.New():N}00000000");
        return await client.SendAsync(request);
    }

    private sealed class Line(IDbContextFactory<AnswerableDb> inner) : IDbContextFactory<AnswerableDb>
    {
        public Exception? Gone { get; set; }

        public Action? Asked { get; set; }

        public AnswerableDb CreateDbContext()
        {
            Asked?.Invoke();
            return Gone is { } why ? throw why : inner.CreateDbContext();
        }
    }
}
