using Answerable.App.Acts;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Home;

/// <summary>What waits for those who write procedures and set authority.</summary>
internal static class DesignNeeds
{
    public static async Task<IEnumerable<WhatNeedsMe.Need>> ProceduresAsync(ReadingContext context, CancellationToken stop)
    {
        var db = context.Db;
        var published = db.Versions.Where(row => row.State == VersionState.Published);
        return
        [
            new(await db.Versions.CountAsync(row => row.State == VersionState.Draft, stop), "draft is being written", "drafts are being written", "/procedures", "pencil"),
            new(await db.ContactTypes.CountAsync(type => !db.Procedures.Any(procedure => procedure.ContactType == type.Id && published.Any(row => row.Procedure == procedure.Id)), stop),
                "contact type has no published procedure", "contact types have no published procedure", "/contact-types", "flag"),
        ];
    }

    public static async Task<IEnumerable<WhatNeedsMe.Need>> AuthorityAsync(ReadingContext context, CancellationToken stop)
    {
        var (db, now) = (context.Db, context.Now);
        return
        [
            new(await db.DecisionKinds.CountAsync(kind => !db.Limits.Any(limit => limit.DecisionKind == kind.Code && limit.From <= now && (limit.To == null || limit.To > now)), stop),
                "kind of decision has no limit for any role", "kinds of decision have no limit for any role", "/authority", "shield-check"),
        ];
    }
}
