using System.Collections.Concurrent;
using Answerable.App;
using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>People before the running product. What a failed test had on its screens is kept as pictures.</summary>
public abstract class BrowserTest(Product product) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Visit> _visits = new();

    protected Product Product { get; } = product;

    private protected async Task<Visit> VisitAsync(int width = 1280, ColorScheme colours = ColorScheme.Light, bool script = true)
    {
        var visit = await Visit.StartAsync(Product, width, colours, script);
        _visits.Enqueue(visit);
        return visit;
    }

    /// <summary>One of the demo centre's people, signed in.</summary>
    private protected async Task<Visit> SignedInAsync(DemoPerson person, bool script = true) =>
        await (await VisitAsync(script: script)).SignInAsync(person.Email, DemoAccounts.Password);

    private protected Task<Visit> SignedInAsync(Role role, bool script = true) => SignedInAsync(Person(role), script);

    private protected static DemoPerson Person(Role role) => DemoPeople.Accounts.First(person => person.Role == role);

    /// <summary>A name that no other test has.</summary>
    protected static string Unique(string words) => $"{words} {Ids.New().ToString("N")[^6..]}";

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (visit, place) in _visits.Select((visit, place) => (visit, place + 1)))
        {
            if (failed)
                await visit.KeepPictureAsync($"{GetType().Name}.{TestContext.Current.Test?.UniqueID[..6]}-{place}.png");
            await visit.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }
}
