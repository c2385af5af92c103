using Answerable.Model.People;

namespace Answerable.DatabaseTests.Web;

/// <summary>Every address and the permission it must demand. A new endpoint fails the tests until somebody has decided and written it here.</summary>
internal static class EndpointTable
{
    public static readonly IReadOnlyDictionary<string, Permission> All = new Dictionary<string, Permission>
    {
        ["/"] = Permission.SignedIn,
        ["/{*path:nonfile}"] = Permission.Anyone,
        ["/account"] = Permission.SignedIn,
        ["/account/password"] = Permission.SignedIn,
        ["/account/second-factor"] = Permission.SignedIn,
        ["/customers/erasure"] = Permission.EraseCustomers,
        ["/health"] = Permission.Anyone,
        ["/invitations/{Token}"] = Permission.Anyone,
        ["/not-found"] = Permission.Anyone,
        ["/people"] = Permission.ReadPeople,
        ["/people/{Id:guid}"] = Permission.ReadPeople,
        ["/people/invitation"] = Permission.AdministerPeople,
        ["/status/{Code:int}"] = Permission.Anyone,
        ["/sign-in"] = Permission.Anyone,
        ["/sign-in/second-factor"] = Permission.Anyone,
        ["/teams/formation"] = Permission.AdministerPeople,
        ["POST /people/{id:guid}/reactivation"] = Permission.AdministerPeople,
        ["POST /sign-out"] = Permission.SignedIn,
        ["POST /theme"] = Permission.Anyone,
    };
}
