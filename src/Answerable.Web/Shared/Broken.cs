using Answerable.App.Storage;
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

    /// <summary>Whether what was thrown is none of ours, and worth no stack trace: a client that hung up or sent what cannot be read, a database
    /// that is away.</summary>
    public static bool IsNoFault(ExceptionHandlerSuppressDiagnosticsContext broken)
    {
        if (broken.Exception is BadHttpRequestException || broken.HttpContext.RequestAborted.IsCancellationRequested)
            return true;
        if (!IsAway(broken.HttpContext, broken.Exception))
            return false;
        broken.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Answerable.Web.Broken")
            .LogWarning("Not answered, for the database is away: {Why}", broken.Exception.GetBaseException().Message);
        return true;
    }

    public static Task AnswerAsync(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = thrown switch
        {
            null => http.Response.StatusCode,
            BadHttpRequestException bad => bad.StatusCode,
            _ => IsAway(http, thrown) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "2";
        return http.Request.Path.StartsWithSegments("/api")
            ? Results.Problem(Sentence(status, http), statusCode: status).ExecuteAsync(http)
            : Reply.Refused([new Refusal("broken", Sentence(status, http))], status).ExecuteAsync(http);
    }

    private static bool IsAway(HttpContext http, Exception thrown) => http.RequestServices.GetRequiredService<DatabaseDoor>().IsAway(thrown);

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
        503 => "Not done: the centre's database cannot be reached or written just now. Nothing of this was kept. Try again in a moment.",
        _ => $"Something broke on our side. Go back and try again; if it happens again, give your administrator this reference: " +
            $"{http.TraceIdentifier}",
    };
}
