using Answerable.Model.People;
using Microsoft.AspNetCore.Authorization;

namespace Answerable.Web.Shared;

/// <summary>Default deny: each permission is a policy, and what declares none is refused.</summary>
internal static class Permitted
{
    public static string PolicyOf(Permission permission) => $"needs:{permission}";

    public static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(PolicyOf(permission), policy => policy.RequireAssertion(context =>
                permission == Permission.Anyone || ActorOf.User(context.User)?.May(permission) == true));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
