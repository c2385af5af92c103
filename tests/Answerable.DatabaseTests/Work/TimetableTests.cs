using Answerable.App;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace Answerable.DatabaseTests.Work;

public sealed class TimetableTests
{
    /// <summary>A server that ends while its database is gone would otherwise be held by whoever still looks for it.</summary>
    [Fact]
    public async Task Nobody_who_looks_after_the_timetable_keeps_a_server_from_ending()
    {
        await using var database = await TestDatabase.MigratedAsync(Database.Postgres);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(database.Connection);
        builder.Services.AddTimetable();
        using var host = builder.Build();
        Assert.True(host.Services.GetRequiredService<IOptions<AdoJobStoreOptions>>().Value.UseBackgroundThreads);
    }
}
