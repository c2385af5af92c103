using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Storage;

/// <summary>Where the centre's database is: a SQLite file or a PostgreSQL connection string.</summary>
internal sealed record DatabaseAddress(string Text)
{
    /// <summary>The server's, where several processes may share it; null for a file.</summary>
    public string? Shared => DatabaseName.IsServer(Text) ? Text : null;

    /// <summary>As it was given to a host that is still being put together.</summary>
    public static DatabaseAddress In(IServiceCollection services) =>
        services.Select(service => service.ImplementationInstance).OfType<DatabaseAddress>().Single();
}
