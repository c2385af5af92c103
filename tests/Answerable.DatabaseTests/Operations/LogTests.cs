using System.Collections.Concurrent;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Web;
using Answerable.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Answerable.DatabaseTests.Operations;

public sealed class LogTests
{
    [Fact]
    public async Task What_goes_wrong_is_logged_with_its_request_and_nothing_of_a_person()
    {
        using var kept = new Kept();
        await using var centre = new WebCentre();
        await using var with = centre.WithWebHostBuilder(host => host.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(kept)));
        using var client = with.CreateClient();
        await WebCentre.PostAsync(client, "/sign-in", "sign-in", new() { ["Form.Email"] = "jane.doe@home.example", ["Form.Password"] = "her words" });
        await using (var db = with.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContext())
        {
            var table = db.Model.FindEntityType(typeof(Credentials))!.GetTableName();
#pragma warning disable EF1003 // The name is the model's own.
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE " + table + " RENAME TO away");
#pragma warning restore EF1003
        }
        await WebCentre.PostAsync(client, "/sign-in?back=/people/jane-doe", "sign-in",
            new() { ["Form.Email"] = "jane.doe@home.example", ["Form.Password"] = "her words" });
        var lines = kept.Lines;
        Assert.Contains(lines, line => line.Contains("\"gravity\":\"error\"", StringComparison.Ordinal)
            && line.Contains("\"request\":", StringComparison.Ordinal) && line.Contains("no such table", StringComparison.Ordinal));
        Assert.All(lines, line =>
        {
            Assert.DoesNotContain("jane", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("her words", line, StringComparison.Ordinal);
        });
    }

    /// <summary>Keeps the lines as the product's own form writes them.</summary>
    private sealed class Kept : ILoggerProvider, ISupportExternalScope
    {
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly LogLine _form = new(TimeProvider.System, new LogForm(true));
        private IExternalScopeProvider? _scopes;

        public IReadOnlyList<string> Lines => [.. _lines];

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new One(this, categoryName);

        public void Dispose() => _lines.Clear();

        private sealed class One(Kept kept, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => kept._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter)
            {
                using var line = new StringWriter();
                kept._form.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), kept._scopes, line);
                kept._lines.Enqueue(line.ToString());
            }
        }
    }
}
