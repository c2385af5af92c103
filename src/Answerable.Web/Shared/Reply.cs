using Answerable.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Answerable.Web.Shared;

/// <summary>How endpoints that take single-button acts answer.</summary>
internal static class Reply
{
    /// <summary>Done: see the page at the address (303, so that the browser reads it and a reload does nothing twice).</summary>
    public static IResult See(string url) => new SeeOther(url);

    public static IResult Refused(IReadOnlyList<Refusal> refusals) => Refused(refusals, StatusOf(refusals));

    public static IResult Refused(IReadOnlyList<Refusal> refusals, int status) =>
        new RazorComponentResult<RefusedDocument>(new { Refusals = refusals }) { StatusCode = status };

    public static IResult Of<TResult>(Outcome<TResult> outcome, Func<TResult, string> url) =>
        outcome.Allowed ? See(url(outcome.Value)) : Refused(outcome.Refusals);

    public static int StatusOf(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? 200 : refusals[0].Code switch
    {
        "access.denied" => 403,
        "not-found" => 404,
        "changed-meanwhile" => 409,
        _ => 422,
    };

    private sealed class SeeOther(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }
}
