using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Answerable.Web.Shared;

/// <summary>
/// Who a page or an address opens to. The permission is written once, on the act it does or the reading it asks; where no act says it, it
/// stands here with the reason. What declares none is refused to everybody, and fails a test.
/// </summary>
internal interface IOpens
{
    Permission Permission { get; }

    /// <summary>The act or reading the permission is of; null where it is said outright.</summary>
    Type? By { get; }

    /// <summary>Why it is said outright.</summary>
    string? Why { get; }
}

[AttributeUsage(AttributeTargets.Class)]
internal abstract class OpensAttribute(Permission permission) : AuthorizeAttribute(Permitted.PolicyOf(permission)), IOpens
{
    public Permission Permission { get; } = permission;
    public virtual Type? By => null;
    public virtual string? Why => null;
}

/// <summary>A page that shows what a reading answers.</summary>
internal sealed class AsksAttribute<TReading>() : OpensAttribute(Needed.By<TReading>()) where TReading : IReading
{
    public override Type By => typeof(TReading);
}

/// <summary>A page that is there to do an act.</summary>
internal sealed class DoesAttribute<TAct>() : OpensAttribute(Needed.By<TAct>()) where TAct : IAct
{
    public override Type By => typeof(TAct);
}

/// <summary>A page whose permission no act or reading says.</summary>
internal sealed class OpenToAttribute(Permission permission, string why) : OpensAttribute(permission)
{
    public override string Why { get; } = why;
}

internal sealed record Opens(Permission Permission, Type? By, string? Why) : IOpens;

internal static class OpensEndpoint
{
    public static RouteHandlerBuilder Does<TAct>(this RouteHandlerBuilder endpoint) where TAct : IAct =>
        endpoint.Opened(new Opens(Needed.By<TAct>(), typeof(TAct), null));

    public static RouteHandlerBuilder Asks<TReading>(this RouteHandlerBuilder endpoint) where TReading : IReading =>
        endpoint.Opened(new Opens(Needed.By<TReading>(), typeof(TReading), null));

    /// <summary>An address whose permission no act or reading says.</summary>
    public static TBuilder OpenTo<TBuilder>(this TBuilder endpoint, Permission permission, string why) where TBuilder : IEndpointConventionBuilder =>
        endpoint.Opened(new Opens(permission, null, why));

    // What is opened by a signed-in cookie also asks for the form's own token, whether or not it reads anything of the form.
    private static TBuilder Opened<TBuilder>(this TBuilder endpoint, Opens opens) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder =>
        {
            if (!builder.Metadata.OfType<IAntiforgeryMetadata>().Any())
                builder.Metadata.Add(new RequireAntiforgeryTokenAttribute());
        });
        return endpoint.RequireAuthorization(Permitted.PolicyOf(opens.Permission)).WithMetadata(opens);
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
