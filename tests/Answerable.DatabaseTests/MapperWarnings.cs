using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests;

/// <summary>What the mapper only warns of in a server's log is a fault in every test: rows that are cut off in no order, and the like.</summary>
internal static class MapperWarnings
{
    public static void AreFaults(IServiceCollection services) => services.ConfigureDbContext<AnswerableDb>(options =>
        options.ConfigureWarnings(warnings => warnings.Default(WarningBehavior.Throw)));
}
