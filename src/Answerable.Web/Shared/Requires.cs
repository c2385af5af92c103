using Answerable.Model.People;
using Microsoft.AspNetCore.Authorization;

namespace Answerable.Web.Shared;

/// <summary>The permission a page demands, declared on the page. A page without it is refused to everybody, and fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute(PolicyOf(permission)), IDeclaresPermission
{
    public Permission Permission { get; } = permission;

    public static string PolicyOf(Permission permission) => $"needs:{permission}";
}

/// <summary>What the walk over all endpoints looks for.</summary>
internal interface IDeclaresPermission
{
    Permission Permission { get; }
}

internal sealed record DeclaredPermission(Permission Permission) : IDeclaresPermission;

internal static class RequiresEndpoint
{
    /// <summary>The permission an endpoint demands, declared where it is mapped.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(RequiresAttribute.PolicyOf(permission)).WithMetadata(new DeclaredPermission(permission));
}
