namespace Answerable.Model.People;

/// <summary>What a page, endpoint, act or reading may demand. Whoever lacks it is refused; nothing is open by default.</summary>
public enum Permission
{
    /// <summary>Open to nobody in particular: sign-in, health, static files.</summary>
    Anyone,
    /// <summary>Any signed-in person: home, own account.</summary>
    SignedIn,
    HandleContacts,
    TakeReferrals,
    ReadProcedures,
    WriteProcedures,
    PublishProcedures,
    ReadAuthority,
    SetAuthority,
    ReadMeasures,
    /// <summary>Set from when on a KPI is read with other parameters.</summary>
    DefineMeasures,
    ReadContacts,
    ReadPeople,
    AdministerPeople,
    ImportData,
    AdministerSystem,
    EraseCustomers,
    /// <summary>See who looked at customers' data.</summary>
    ReadLooks,
    Plan,
    /// <summary>A service key of telephony, or a personal key of one who handles contacts.</summary>
    DeliverEvents,
    /// <summary>Take from the workbench what somebody else put there.</summary>
    RemovePlans,
}

/// <summary>Which role may do what: the whole table, in one place.</summary>
public static class Access
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Agent] = [Permission.HandleContacts, Permission.ReadProcedures, Permission.ReadAuthority],
        [Role.SeniorAgent] = [Permission.HandleContacts, Permission.TakeReferrals, Permission.ReadProcedures, Permission.ReadAuthority],
        [Role.TeamLeader] =
        [
            Permission.HandleContacts, Permission.TakeReferrals, Permission.ReadProcedures, Permission.ReadAuthority,
            Permission.ReadMeasures, Permission.ReadContacts, Permission.ReadPeople,
        ],
        [Role.Manager] =
        [
            Permission.HandleContacts, Permission.TakeReferrals, Permission.ReadProcedures, Permission.PublishProcedures,
            Permission.ReadAuthority, Permission.SetAuthority, Permission.ReadMeasures, Permission.DefineMeasures, Permission.ReadContacts,
            Permission.ReadPeople, Permission.ImportData, Permission.Plan, Permission.RemovePlans,
        ],
        [Role.Designer] =
        [
            Permission.ReadProcedures, Permission.WriteProcedures, Permission.PublishProcedures, Permission.ReadAuthority,
            Permission.ReadMeasures,
        ],
        [Role.Compliance] =
        [
            Permission.ReadProcedures, Permission.ReadAuthority, Permission.ReadMeasures, Permission.ReadContacts,
            Permission.ReadPeople, Permission.EraseCustomers, Permission.ReadLooks,
        ],
        [Role.Planner] = [Permission.ReadProcedures, Permission.ReadMeasures, Permission.ReadPeople, Permission.ImportData, Permission.Plan],
        [Role.Assessor] = [Permission.ReadProcedures, Permission.ReadAuthority, Permission.ReadPeople],
        [Role.Verifier] = [Permission.ReadProcedures, Permission.ReadAuthority, Permission.ReadPeople],
        [Role.Administrator] =
        [
            Permission.ReadPeople, Permission.AdministerPeople, Permission.AdministerSystem, Permission.ImportData, Permission.ReadLooks,
            Permission.ReadProcedures, Permission.ReadAuthority,
        ],
    };

    /// <summary>
    /// Where a role's permission reaches less than the centre. Those who run one team see that team's contacts, people and people's figures;
    /// those who answer for all (managers, compliance, planners, assessors) see all. Why each: docs/adr/0015.
    /// </summary>
    private static readonly Dictionary<(Role, Permission), Scope> Narrower = new()
    {
        [(Role.Agent, Permission.HandleContacts)] = Scope.Own,
        [(Role.SeniorAgent, Permission.HandleContacts)] = Scope.Team,
        [(Role.TeamLeader, Permission.HandleContacts)] = Scope.Team,
        [(Role.TeamLeader, Permission.ReadContacts)] = Scope.Team,
        [(Role.TeamLeader, Permission.ReadMeasures)] = Scope.Team,
        [(Role.TeamLeader, Permission.ReadPeople)] = Scope.Team,
    };

    /// <summary>How far the permission reaches in a role's hand; null where the role does not hold it.</summary>
    public static Scope? ScopeOf(Role role, Permission permission) =>
        !Allows(role, permission) ? null : Narrower.GetValueOrDefault((role, permission), Scope.Centre);

    public static bool Allows(Role role, Permission permission) =>
        permission is Permission.Anyone or Permission.SignedIn || Table[role].Contains(permission);

    public static bool Allows(IEnumerable<Role> roles, Permission permission) =>
        permission == Permission.Anyone || roles.Any(role => Allows(role, permission));

    public static IEnumerable<Role> Holding(Permission permission) => Roles.All.Where(role => Allows(role, permission));
}
