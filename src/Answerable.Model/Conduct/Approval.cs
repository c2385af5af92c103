using Answerable.Model.Authority;

namespace Answerable.Model.Conduct;

/// <summary>
/// Leave given by one of greater authority: for this kind and amount, on this case, under this procedure version, for a day.
/// It does not stretch: a higher amount is asked for again.
/// </summary>
public sealed record Approval(
    ReferralId Referral, string DecisionKind, long? Pence, CaseId Case, ProcedureId Procedure, int Version, PersonId By, DateTimeOffset At)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public bool Covers(string kind, long? pence, CaseId theCase, ProcedureId procedure, int version, DateTimeOffset at) =>
        DecisionKind == kind
        && (pence ?? 0) <= (Pence ?? 0)
        && Case == theCase
        && Procedure == procedure
        && Version == version
        && At <= at && at < At + Life;
}
