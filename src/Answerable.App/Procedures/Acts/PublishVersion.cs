using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>
/// Publishes a draft from an instant on, or at once. Refused with everything the checks find. What is under way stays on the
/// version it began with.
/// </summary>
/// <param name="From">When it takes effect; at once where it says none.</param>
[Needs(Permission.PublishProcedures)]
public sealed record PublishVersion(ProcedureId Procedure, int Version, long Revision, DateTimeOffset? From = null) : IAct<DateTimeOffset>
{
    internal sealed class Handler : IHandle<PublishVersion, DateTimeOffset>
    {
        public async Task<Outcome<DateTimeOffset>> Handle(PublishVersion act, ActContext context, CancellationToken stop)
        {
            var found = await VersionRows.FindDraftAsync(context, act.Procedure, act.Version, act.Revision, stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var (procedure, version) = found.Value;
            var from = act.From ?? context.Now;
            var refusals = await FaultsAsync(context, version, from < context.Now ? context.Now : from, stop);
            if (await WrongDateAsync(context, procedure, from, stop) is { } wrong)
                refusals.Insert(0, wrong);
            if (refusals.Count > 0)
                return refusals;
            version.State = VersionState.Published;
            context.Db.Set<PublicationRow>()
                .Add(new PublicationRow
                { Procedure = procedure.Id, Version = version.Number, EffectiveFrom = from, At = context.Now, By = context.Who.Person });
            context.Happened(new VersionPublished(procedure.Id, version.Number, from, version.ChartHash()), procedure.Id);
            await context.Db.SaveChangesAsync(stop);
            await Supersession.ApplyAsync(context, procedure.Id, stop);
            context.Tell("procedures");
            return from;
        }

        private static async Task<List<Refusal>> FaultsAsync(ActContext context, VersionRow version, DateTimeOffset from, CancellationToken stop) =>
            [.. ChartChecks.Of(version.Read(), await VersionRows.KindsAsync(context.Db, stop),
                await MatrixRows.InForceAsync(context.Db, null, from, stop), from)
                .Where(finding => finding.Blocks)
                .Select(finding => new Refusal(finding.Code, finding.Sentence, finding.Key))];

        private static async Task<Refusal?> WrongDateAsync(ActContext context, ProcedureRow procedure, DateTimeOffset from, CancellationToken stop)
        {
            if (from < context.Now)
                return new Refusal("version.in-the-past",
                    "It cannot take effect in the past: contacts were guided otherwise then. Choose today or later.", "From");
            var later = await context.Db.Set<PublicationRow>()
                .Where(row => row.Procedure == procedure.Id && row.EffectiveFrom >= from)
                .Where(row => context.Db.Set<VersionRow>()
                    .Any(version => version.Procedure == row.Procedure && version.Number == row.Version && version.State != VersionState.Withdrawn))
                .OrderBy(row => row.Version)
                .FirstOrDefaultAsync(stop);
            return later is null ? null : new Refusal("version.later-one",
                $"Version {later.Version} is published to take effect no earlier than that. Choose a later date, or withdraw version " +
                    $"{later.Version} first.", "From");
        }
    }
}
