namespace Answerable.Model.People;

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
            Permission.ReadPeople, Permission.ImportData, Permission.Plan,
        ],
        [Role.Designer] =
        [
            Permission.ReadProcedures, Permission.WriteProcedures, Permission.PublishProcedures, Permission.ReadAuthority,
            Permission.ReadMeasures,
        ],
        [Role.Compliance] =
        [
            Permission.ReadProcedures, Permission.ReadAuthority, Permission.ReadMeasures, Permission.ReadContacts,
            Permission.ReadPeople, Permission.EraseCustomers,
        ],
        [Role.Planner] = [Permission.ReadProcedures, Permission.ReadMeasures, Permission.ReadPeople, Permission.ImportData, Permission.Plan],
        [Role.Assessor] = [Permission.ReadProcedures, Permission.ReadAuthority, Permission.ReadPeople],
        [Role.Verifier] = [Permission.ReadProcedures, Permission.ReadAuthority, Permission.ReadPeople],
        [Role.Administrator] =
        [
            Permission.ReadPeople, Permission.AdministerPeople, Permission.AdministerSystem, Permission.ImportData,
            Permission.ReadProcedures, Permission.ReadAuthority,
        ],
    };

    public static bool Allows(Role role, Permission permission) =>
        permission is Permission.Anyone or Permission.SignedIn || Table[role].Contains(permission);

    public static bool Allows(IEnumerable<Role> roles, Permission permission) =>
        permission == Permission.Anyone || roles.Any(role => Allows(role, permission));

    public static IEnumerable<Role> Holding(Permission permission) => Roles.All.Where(role => Allows(role, permission));
}
