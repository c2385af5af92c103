using Answerable.Model.People;

namespace Answerable.DatabaseTests.Web;

/// <summary>Every address and the permission it must demand. A new endpoint fails the tests until somebody has decided and written it here.</summary>
internal static class EndpointTable
{
    public static readonly IReadOnlyDictionary<string, Permission> All = new Dictionary<string, Permission>
    {
        ["/"] = Permission.SignedIn,
        ["/account"] = Permission.SignedIn,
        ["/account/password"] = Permission.SignedIn,
        ["/account/second-factor"] = Permission.SignedIn,
        ["/contact-types"] = Permission.ReadProcedures,
        ["/contact-types/definition"] = Permission.WriteProcedures,
        ["/contact-types/{Code}"] = Permission.ReadProcedures,
        ["/contact-types/{Code}/boundaries"] = Permission.WriteProcedures,
        ["/customers/erasure"] = Permission.EraseCustomers,
        ["/health"] = Permission.Anyone,
        ["/invitations/{Token}"] = Permission.Anyone,
        ["/not-found"] = Permission.Anyone,
        ["/people"] = Permission.ReadPeople,
        ["/people/invitation"] = Permission.AdministerPeople,
        ["/people/{Id:guid}"] = Permission.ReadPeople,
        ["POST /people/{id:guid}/reactivation"] = Permission.AdministerPeople,
        ["/procedures"] = Permission.ReadProcedures,
        ["POST /procedures"] = Permission.WriteProcedures,
        ["/procedures/{Id:guid}"] = Permission.ReadProcedures,
        ["/procedures/{Id:guid}/comparison"] = Permission.ReadProcedures,
        ["/procedures/{Id:guid}/versions/{Number:int}"] = Permission.ReadProcedures,
        ["/procedures/{Id:guid}/versions/{Number:int}/outline"] = Permission.WriteProcedures,
        ["/procedures/{Id:guid}/versions/{Number:int}/publication"] = Permission.PublishProcedures,
        ["/procedures/{Id:guid}/versions/{Number:int}/walk"] = Permission.ReadProcedures,
        ["/procedures/{Id:guid}/versions/{Number:int}/withdrawal"] = Permission.WriteProcedures,
        ["POST /procedures/{id:guid}/versions"] = Permission.WriteProcedures,
        ["POST /procedures/{id:guid}/versions/{version:int}/nodes/{key}/place"] = Permission.WriteProcedures,
        ["POST /procedures/{id:guid}/versions/{version:int}/nodes/{key}/removal"] = Permission.WriteProcedures,
        ["POST /procedures/{id:guid}/versions/{version:int}/undoing"] = Permission.WriteProcedures,
        ["/sign-in"] = Permission.Anyone,
        ["/sign-in/second-factor"] = Permission.Anyone,
        ["POST /sign-out"] = Permission.SignedIn,
        ["/status/{Code:int}"] = Permission.Anyone,
        ["/teams/formation"] = Permission.AdministerPeople,
        ["POST /theme"] = Permission.Anyone,
        ["/{*path:nonfile}"] = Permission.Anyone,
    };
}
