using Answerable.Model.People;
using Microsoft.AspNetCore.Antiforgery;
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
    /// <summary>
    /// The permission an endpoint demands, declared where it is mapped. What is opened by a signed-in cookie also asks for the form's own
    /// token, whether or not it reads anything of the form.
    /// </summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder =>
        {
            if (!builder.Metadata.OfType<IAntiforgeryMetadata>().Any())
                builder.Metadata.Add(new RequireAntiforgeryTokenAttribute());
        });
        return endpoint.RequireAuthorization(RequiresAttribute.PolicyOf(permission)).WithMetadata(new DeclaredPermission(permission));
    }

    /// <summary>The framework looks at the token, but only where a form is read does it act upon it: here it always does.</summary>
    public static void UseFormTokens(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
