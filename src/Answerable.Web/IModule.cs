using System.CommandLine;

namespace Answerable.Web;

/// <summary>
/// A module's contents page: its addresses, its place in the navigation, what it puts on Home, its verbs. Its pages are found by their routes and its
/// icons by the file <c>icons.txt</c> in its folder. A new module is listed nowhere.
/// </summary>
internal interface IModule
{
    IEnumerable<Entry> Entries => [];
    IEnumerable<HomePart> OnHome => [];
    IEnumerable<Command> Verbs => [];

    void AddTo(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>What stands in the way of every request, before its endpoint.</summary>
    void Use(WebApplication app)
    {
    }

    void MapTo(WebApplication app)
    {
    }
}

internal static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        .. typeof(IModule).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IModule)) && !type.IsInterface)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IModule)Activator.CreateInstance(type)!),
    ];
}
