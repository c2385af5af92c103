using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Journal;

internal static class JournalModule
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services.Offers(typeof(JournalVerification));
}
