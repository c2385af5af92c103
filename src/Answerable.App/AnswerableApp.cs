using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Deliveries;
using Answerable.App.Demo;
using Answerable.App.Home;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.App.Privacy;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App;

/// <summary>The App's contents page: one line a module.</summary>
public static class AnswerableApp
{
    public static IServiceCollection AddAnswerable(this IServiceCollection services, string database)
    {
        services.AddSingleton(TimeProvider.System);
        return services
            .AddStorage(database)
            .AddJournal()
            .AddContacts()
            .AddPrivacy()
            .AddPeople()
            .AddKeys()
            .AddProcedures()
            .AddAuthority()
            .AddConduct()
            .AddDeliveries()
            .AddImport(database)
            .AddMeasures()
            .AddPlanning()
            .AddDemo()
            .AddHome();
    }
}
