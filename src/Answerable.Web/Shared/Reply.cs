using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Answerable.Web.Shared;

/// <summary>How endpoints that take single-button acts answer.</summary>
internal static class Reply
{
    /// <summary>Done: see the page at the address (303, so that the browser reads it and a reload does nothing twice).</summary>
    public static IResult See(string url) => new SeeOther(url);

    public static IResult Refused(IReadOnlyList<Refusal> refusals) => Refused(refusals, StatusOf(refusals));

    public static IResult Refused(IReadOnlyList<Refusal> refusals, int status) =>
        Page<RefusedPage>(new() { ["Refusals"] = refusals }, status);

    /// <summary>The page a form stood on, with what stood in the way and what was typed: nothing need be typed twice. A card number is not
    /// shown even there.</summary>
    public static IResult Again<TPage>(IReadOnlyList<Refusal> refusals, IFormCollection typed, Guid? id) where TPage : IComponent
    {
        var with = new Dictionary<string, object> { ["Refusals"] = AtFields(refusals, typed), ["Typed"] = Masked(typed) };
        if (id is { } known)
            with["Id"] = known;
        return Page<TPage>(with, StatusOf(refusals));
    }

    public static IResult Page<TPage>(Dictionary<string, object> with, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new RazorComponentResult<PageDocument>(new { Page = typeof(TPage), With = with }) { StatusCode = status };

    public static IResult Of<TResult>(Outcome<TResult> outcome, Func<TResult, string> url) =>
        outcome.Allowed ? See(url(outcome.Value)) : Refused(outcome.Refusals);

    public static int StatusOf(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? 200 : refusals[0].Code switch
    {
        "session.ended" => 401,
        "access.denied" => 403,
        "not-found" => 404,
        "changed-meanwhile" => 409,
        _ => 422,
    };

    /// <summary>A text that nobody typed is said at the field it came in, whatever the act calls that.</summary>
    public static IReadOnlyList<Refusal> AtFields(IReadOnlyList<Refusal> refusals, IFormCollection typed)
    {
        var known = LongText.Refused("").Code;
        List<Refusal> over = [.. typed.Where(pair => pair.Value.Any(value => value?.Length > LongText.Most))
            .Select(pair => LongText.Refused(pair.Key))];
        return over.Count == 0 ? refusals : [.. refusals.Where(refusal => refusal.Code != known), .. over];
    }

    private static FormCollection Masked(IFormCollection typed) => new(
        typed.ToDictionary(pair => pair.Key, pair => new StringValues([.. pair.Value.Select(value => CardMask.Apply(value ?? ""))])));

    private sealed class SeeOther(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            KeptNote.Leave(httpContext, url);
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = SentAddress.Of(url);
            return Task.CompletedTask;
        }
    }
}
