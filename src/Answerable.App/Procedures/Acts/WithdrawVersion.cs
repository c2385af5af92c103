using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Gives up a draft, or takes back a publication that has not taken effect. What has been in force is superseded, never withdrawn.</summary>
[Needs(Permission.WriteProcedures)]
public sealed record WithdrawVersion(ProcedureId Procedure, int Version, string Reason) : IAct<Done>
{
    internal sealed class Handler : IHandle<WithdrawVersion, Done>
    {
        public async Task<Outcome<Done>> Handle(WithdrawVersion act, ActContext context, CancellationToken stop)
        {
            var found = await VersionRows.FindAsync(context.Db, act.Procedure, act.Version, stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var (procedure, version) = found.Value;
            if (version.State is VersionState.Superseded or VersionState.Withdrawn)
                return new Refusal("version.over", $"Version {version.Number} is {version.State.Words().ToLowerInvariant()} already.");
            if (version.State == VersionState.Published && await TookEffectAsync(context, version, stop))
                return new Refusal("version.in-force",
                    $"Version {version.Number} has taken effect, and contacts are guided by it. Publish another version in its place.");
            if (version.State == VersionState.Published && !context.Who.May(Permission.PublishProcedures))
                return new Refusal("access.denied", "Taking back a publication is for those who may publish.");
            var reason = act.Reason.Shown();
            if (reason.Length is 0 or > 500)
                return new Refusal("version.no-reason", "Say why, in up to 500 characters.", "Reason");
            version.State = VersionState.Withdrawn;
            context.Happened(new VersionWithdrawn(procedure.Id, version.Number, reason), procedure.Id);
            return Done.It;
        }

        private static Task<bool> TookEffectAsync(ActContext context, VersionRow version, CancellationToken stop) => context.Db.Set<PublicationRow>()
            .AnyAsync(row => row.Procedure == version.Procedure && row.Version == version.Number && row.EffectiveFrom <= context.Now, stop);
    }
}
