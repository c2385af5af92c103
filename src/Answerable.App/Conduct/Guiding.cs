using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Begins the walk of a contact whose type has become known.</summary>
internal static class Guiding
{
    /// <summary>Where a procedure of the type is in force it begins to guide; where none is, the contact is served freely.</summary>
    public static async Task<Outcome<Done>> BeginAsync(ActContext context, HandlingRow handling, string type, CancellationToken stop)
    {
        if (!await context.Db.ContactTypes.AnyAsync(row => row.Code == type, stop))
            return ConductRefusals.NoSuchType;
        handling.Type = type;
        context.Happened(new ContactTyped(type), handling.Contact, handling.Kind);
        if (await GuidingVersion.InForceAsync(context.Db, type, context.Now, stop) is not { } version)
            return Done.It;
        var at = Instant.Of(context.Now);
        var id = Ids.New<WalkId>();
        var known = await KnownAsync(context, handling, version, stop);
        var begun = Interpreter.Begin(version.Chart, id, handling.Contact, handling.Case, handling.Customer, version.Procedure, version.Number, context.Who.Id, known, at);
        if (!begun.Allowed)
            return begun.Then<Done>(_ => Done.It);
        context.Db.Walks.Add(new WalkRow
        {
            Id = id,
            Contact = handling.Contact,
            Case = handling.Case,
            Procedure = version.Procedure,
            Version = version.Number,
            BegunAt = at,
            State = WalkJson.Write(begun.Value.Walk),
        });
        handling.Walk = id;
        context.Happened(new ContactGuided(version.Procedure, version.Number), handling.Contact, handling.Kind);
        foreach (var fact in begun.Value.Facts)
            context.Happened(fact, id, handling.Kind);
        return Done.It;
    }

    /// <summary>What earlier contacts of the case noted under the same names need not be asked again. Amounts are decided anew.</summary>
    private static async Task<IReadOnlyList<Noted>> KnownAsync(ActContext context, HandlingRow handling, GuidingVersion version, CancellationToken stop)
    {
        var earlier = await context.Db.Walks.AsNoTracking().Where(row => row.Case == handling.Case).OrderByDescending(row => row.BegunAt).FirstOrDefaultAsync(stop);
        if (earlier is null)
            return [];
        var carried = version.Chart.Nodes.OfType<Model.Procedures.Step>()
            .SelectMany(step => step.Fields.Where(field => field.Name != step.Authority?.AmountField))
            .Select(field => field.Name).ToHashSet();
        return [.. WalkJson.Read(earlier.State).Known.Values.Where(noted => carried.Contains(noted.Field))];
    }
}
