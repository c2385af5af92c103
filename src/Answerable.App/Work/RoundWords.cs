using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Work;

/// <summary>
/// What a round does, in words for a page: told where no server is as well, as by the command line, which knows a round by its row.
/// </summary>
internal sealed record RoundWords(string Name, string Words);

internal static class RoundsInWords
{
    /// <param name="name">The round's; that of an act done each minute is the act's.</param>
    public static IServiceCollection CallsRound(this IServiceCollection services, string name, string words) =>
        services.AddSingleton(new RoundWords(name, words));
}
