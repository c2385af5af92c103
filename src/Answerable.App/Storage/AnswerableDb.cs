using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Answerable.App.Storage;

/// <summary>The centre's database. It knows no table: each module says in its rows' shapes what it keeps.</summary>
internal sealed class AnswerableDb(DbContextOptions<AnswerableDb> options) : DbContext(options)
{
    /// <summary>What opens and wraps the secrets in its rows.</summary>
    public MasterKey Master => this.GetService<MasterKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        foreach (var id in typeof(IStrongId<>).Assembly.GetTypes().Where(StrongIds.IsStrongId))
            configurationBuilder.Properties(id).HaveConversion(typeof(StrongIdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AnswerableDb).Assembly);
        SnakeCase.Apply(modelBuilder);
    }
}
