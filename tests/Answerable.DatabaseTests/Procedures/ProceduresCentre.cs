using Answerable.App;
using Answerable.App.Authority;
using Answerable.App.Journal;
using Answerable.App.Procedures;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Tests.Procedures;

namespace Answerable.DatabaseTests.Procedures;

/// <summary>A centre with a contact type and its procedure, drafted and, where asked, published.</summary>
internal static class ProceduresCentre
{
    public static async Task<ProcedureId> DraftAsync(this TestCentre centre, Chart? chart = null)
    {
        await using (var db = centre.OpenDb())
        {
            db.Set<DecisionKindRow>()
                .AddRange(RealCharts.Kinds.Select(kind => new DecisionKindRow { Code = kind.Code, Name = kind.Name, Money = kind.Money }));
            foreach (var kind in RealCharts.Kinds)
                db.Set<LimitRow>().AddRange(new[] { Role.SeniorAgent, Role.Manager }.Select(role => new LimitRow
                {
                    Id = Ids.New(),
                    DecisionKind = kind.Code,
                    Role = role,
                    From = centre.Time.GetUtcNow().AddDays(-1),
                    SetAt = centre.Time.GetUtcNow(),
                    PerContactPence = kind.Money && role == Role.SeniorAgent ? 10_000 : null,
                }));
            await db.SaveChangesAsync();
        }
        await centre.DoAsync(new DefineContactType(new ContactType("refund", "Refund of an overcharge", Routine: true)));
        return (await centre.DoAsync(new DraftProcedure("refund", chart ?? RealCharts.Refunds))).Value;
    }

    public static async Task<ProcedureId> PublishedAsync(this TestCentre centre)
    {
        var procedure = await centre.DraftAsync();
        Assert.True((await centre.DoAsync(new PublishVersion(procedure, 1, 1))).Allowed);
        return procedure;
    }

    public static async Task<VersionRecord.Record> LookAsync(this TestCentre centre, ProcedureId procedure, int version) =>
        (await centre.AskAsync(new VersionRecord(procedure, version))).Value;

    public static async Task<IReadOnlyList<string>> FactsAsync(this TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return [.. db.Set<JournalRow>().OrderBy(row => row.Number).Select(row => row.Name)];
    }
}
