using Answerable.App.Acts;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What is to guide contacts of a type.</summary>
internal static class Guides
{
    /// <summary>The version in force and what the case knows already; null where nobody has defined the type here.</summary>
    public static async Task<Guide?> OfAsync(ActContext context, string type, CaseId theCase, CancellationToken stop)
    {
        if (!await context.Db.Set<ContactTypeRow>().AnyAsync(row => row.Code == type, stop))
            return null;
        return await GuidingVersion.InForceAsync(context.Db, type, context.Now, stop) is { } version
            ? new Guide(type, new GuideVersion(version.Procedure, version.Number, version.Chart),
                await KnownAsync(context.Db, theCase, version.Chart, stop))
            : new Guide(type, null, []);
    }

    /// <summary>What earlier contacts of the case noted under the same names need not be asked again. Amounts are decided anew.</summary>
    private static async Task<IReadOnlyList<Noted>> KnownAsync(AnswerableDb db, CaseId theCase, Chart chart, CancellationToken stop)
    {
        var earlier =
            await db.Set<WalkRow>().AsNoTracking().Where(row => row.Case == theCase).OrderByDescending(row => row.BegunAt).FirstOrDefaultAsync(stop);
        if (earlier is null)
            return [];
        var carried = chart.Nodes.OfType<Step>()
            .SelectMany(step => step.Fields.Where(field => field.Name != step.Authority?.AmountField))
            .Select(field => field.Name).ToHashSet();
        return [.. WalkJson.Read(earlier.State).Known.Values.Where(noted => carried.Contains(noted.Field))];
    }
}
