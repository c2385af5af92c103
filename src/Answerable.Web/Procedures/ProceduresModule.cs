using Answerable.Model.People;

namespace Answerable.Web.Procedures;

internal sealed class ProceduresModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        new("Design", 10, "Contact types", "/contact-types", "list-check", Permission.ReadProcedures),
        new("Design", 20, "Procedures", "/procedures", "route", Permission.ReadProcedures),
    ];

    public IEnumerable<HomePart> OnHome => [new(typeof(HomeProcedures), Beside: true, 20, who => who.May(Permission.ReadProcedures))];

    public void MapTo(WebApplication app) => app.MapProcedures();
}
