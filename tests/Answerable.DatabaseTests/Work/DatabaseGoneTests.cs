using Answerable.App.Conduct;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.DatabaseTests.People;
using Answerable.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Answerable.DatabaseTests.Work;

/// <summary>A database that goes away and comes back ends no work of the server's: each tries again.</summary>
public sealed class DatabaseGoneTests
{
    [Theory, EachDatabase]
    public async Task Work_beside_the_desks_outlives_a_database_that_goes_away(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, and: services =>
        {
            var given = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AnswerableDb>));
            services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<AnswerableDb>>(provider => new Line(
                (IDbContextFactory<AnswerableDb>)given.ImplementationFactory!(provider))));
            services.AddSingleton(new Owned(MeasuresWorker.Owned)).AddHostedService<NodeBeat>().AddHostedService<MeasuresWorker>();
        });
        var line = (Line)centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>();
        var workers = centre.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        Assert.Contains(workers, worker => worker is MeasuresWorker);

        // As the mapper tells of it, and as a question that was given up tells of it.
        foreach (var gone in new Exception[] { new InvalidOperationException("Transient.", new IOException()), new TaskCanceledException() })
        {
            line.Gone = gone;
            await WhileAsync(() => line.Asked < 10);
            Assert.All(workers, worker => Assert.False(worker.ExecuteTask!.IsCompleted, worker.ToString()));
            (line.Gone, line.Asked) = (null, 0);
        }
        await WhileAsync(() => line.Asked < 3);
        Assert.All(workers, worker => Assert.False(worker.ExecuteTask!.IsCompleted, worker.ToString()));

        async Task WhileAsync(Func<bool> condition)
        {
            for (var round = 0; condition() || round < 5; round++)
            {
                Assert.True(round < 600, "No work asked for the database.");
                centre.Time.Advance(TimeSpan.FromMinutes(1));
                await Task.Delay(10);
            }
        }
    }

    /// <summary>A page's live view has nobody to ask whether its session stands: it ends without a fault, and the browser opens it anew.</summary>
    [Theory, EachDatabase]
    public async Task A_page_that_listens_is_let_go_without_a_fault(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, and: services =>
        {
            var given = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AnswerableDb>));
            services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<AnswerableDb>>(provider => new Line(
                (IDbContextFactory<AnswerableDb>)given.ImplementationFactory!(provider))));
        }).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        var line = (Line)centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>();
        await using var before = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await before.MoveNextAsync());
        line.Gone = new DatabaseUnfitException("It is away.");
        centre.Services.GetRequiredService<Noticeboard>().Tell([new Notice(Sessions.Topic(session.Shown.Person), "")]);
        Assert.False(await before.MoveNextAsync());
        await using var anew = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.False(await anew.MoveNextAsync());
        line.Gone = null;
        await using var after = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await after.MoveNextAsync());
    }

    private static IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<string>> Words(TestCentre centre, Session session) => LiveStream.WordsAsync(
        centre.Services.GetRequiredService<Noticeboard>(), centre.Services.GetRequiredService<Sessions>(),
        centre.Services.GetRequiredService<DatabaseDoor>(), TimeProvider.System, session.Shown, [Topics.Queue], _ => "queue", default,
        TestContext.Current.CancellationToken);

    private sealed class Line(IDbContextFactory<AnswerableDb> inner) : IDbContextFactory<AnswerableDb>
    {
        public Exception? Gone { get; set; }
        public int Asked { get; set; }

        public AnswerableDb CreateDbContext()
        {
            Asked++;
            return Gone is { } why ? throw why : inner.CreateDbContext();
        }
    }
}
