using Answerable.Model;
using Microsoft.AspNetCore.Diagnostics;

namespace Answerable.Web.Shared;

/// <summary>The last door: whatever went wrong becomes a clear sentence, never a stack trace.</summary>
internal static class Broken
{
    /// <summary>A posted form that was turned away without a word gets one.</summary>
    public static async Task SayWhyAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 })
        {
            // A page is rendered once a scope: the answer gets one of its own.
            var scope = http.RequestServices.CreateAsyncScope();
            http.Response.RegisterForDisposeAsync(scope);
            http.RequestServices = scope.ServiceProvider;
            http.Response.Headers.Remove("blazor-enhanced-nav");
            await AnswerAsync(http);
        }
    }

    public static Task AnswerAsync(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = thrown is BadHttpRequestException bad ? bad.StatusCode : thrown is not null ? 500 : http.Response.StatusCode;
        return http.Request.Path.StartsWithSegments("/api")
            ? Results.Problem(Sentence(status, http), statusCode: status).ExecuteAsync(http)
            : Reply.Refused([new Refusal("broken", Sentence(status, http))], status).ExecuteAsync(http);
    }

    private static string Sentence(int status, HttpContext http) => status switch
    {
        400 => "This form is no longer good: what it was for has changed meanwhile, or it was opened too long ago, or before you signed in. Go " +
            "back, open the page again and repeat what you typed.",
        401 => "You are not signed in any more. Sign in and try again.",
        403 => "This is not open to your role. An administrator can change your roles.",
        404 => "What this was about is no longer there.",
        413 => "That is larger than may be sent at once.",
        415 => "That was not sent as this address expects it.",
        429 => "Too many attempts from here. Wait a minute and try again.",
        _ => $"Something broke on our side. Go back and try again; if it happens again, give your administrator this reference: " +
            $"{http.TraceIdentifier}",
    };
}
