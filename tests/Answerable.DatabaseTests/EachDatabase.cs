using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Answerable.DatabaseTests;

public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a test once on each database. One that is not to be had shows as skipped, with the reason; the whole run then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow<Database>(Database.Sqlite),
            new TheoryDataRow<Database>(Database.Postgres)
            {
                Skip = TestDatabase.Postgres is null ? "ANSWERABLE_TEST_POSTGRES names no PostgreSQL: run through ./do test" : null,
            },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
