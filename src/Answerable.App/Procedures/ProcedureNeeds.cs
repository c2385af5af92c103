using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>What waits for those who write procedures.</summary>
internal sealed class ProcedureNeeds : INeeds
{
    public int Place => 30;

    public bool Concern(Actor who) => who.May(Permission.WriteProcedures) || who.May(Permission.PublishProcedures);

    public IEnumerable<string> Topics(Actor who) =>
    [
        FactTopics.Of<ProcedureDrafted>(), FactTopics.Of<VersionPublished>(), FactTopics.Of<VersionWithdrawn>(),
        FactTopics.Of<VersionSuperseded>(), FactTopics.Of<ContactTypeDefined>(),
    ];

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var db = context.Db;
        var published = db.Set<VersionRow>().Where(row => row.State == VersionState.Published);
        return
        [
            new(await db.Set<VersionRow>()
                .CountAsync(row => row.State == VersionState.Draft, stop), "draft is being written", "drafts are being written", "/procedures",
                "pencil"),
            new(await db.Set<ContactTypeRow>()
                .CountAsync(type => !db.Set<ProcedureRow>()
                .Any(procedure => procedure.ContactType == type.Id && published.Any(row => row.Procedure == procedure.Id)), stop),
                "contact type has no published procedure", "contact types have no published procedure", "/contact-types", "flag"),
        ];
    }
}
