namespace Answerable.DatabaseTests.Web;

/// <summary>One centre with its pages for a class of tests that do not disturb one another: opening it takes longer than most of them.</summary>
public sealed class OneCentre : IAsyncLifetime
{
    private TestDatabase _database = null!;

    internal WebCentre Web { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync(Database.Sqlite);
        Web = new WebCentre(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await _database.DisposeAsync();
    }
}
