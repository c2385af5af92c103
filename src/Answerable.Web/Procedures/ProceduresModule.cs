using Answerable.App.Acts;
using Answerable.App.Procedures;
using Answerable.Model.Procedures;

namespace Answerable.Web.Procedures;

internal sealed class ProceduresModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        Entry.To<ContactTypesPage>("Design", 10, "Contact types", "list-check"),
        Entry.To<ProceduresPage>("Design", 20, "Procedures", "route"),
    ];

    public IEnumerable<HomePart> OnHome => [new(typeof(HomeProcedures), Beside: true, 20, who => who.May<ContactTypes>(),
        FactTopics.Of<ContactTypeDefined>(), FactTopics.Of<ContactTypeChanged>(), FactTopics.Of<VersionPublished>(),
        FactTopics.Of<VersionWithdrawn>())];

    public void MapTo(WebApplication app) => app.MapProcedures();
}
