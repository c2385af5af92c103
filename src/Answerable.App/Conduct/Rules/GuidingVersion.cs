using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>The procedure version that guides a walk: the one in force when it begins, and that same one to its end.</summary>
internal sealed record GuidingVersion(ProcedureId Procedure, int Number, Chart Chart)
{
    public static async Task<GuidingVersion?> InForceAsync(AnswerableDb db, string contactType, DateTimeOffset at, CancellationToken stop) =>
        await VersionsInForce.OfTypeAsync(db, contactType, at, stop) is { } guiding
            ? await OfAsync(db, guiding.Procedure, guiding.Version, stop) : null;

    public static async Task<GuidingVersion> OfAsync(AnswerableDb db, ProcedureId procedure, int number, CancellationToken stop) =>
        await VersionsInForce.ChartAsync(db, procedure, number, stop) is { } chart
            ? new GuidingVersion(procedure, number, chart)
            : throw new InvalidOperationException($"A walk is guided by version {number} of {procedure}, which is not there.");
}
