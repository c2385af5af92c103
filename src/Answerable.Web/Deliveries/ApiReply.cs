using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Answerable.Model;

namespace Answerable.Web.Deliveries;

/// <summary>How the API answers.</summary>
internal static class ApiReply
{
    public static Task JsonAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> type, string contentType = "application/json")
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    public static Task ProblemAsync(HttpContext http, Problem problem) =>
        JsonAsync(http, problem.Status, problem, ApiJson.Answers.Problem, "application/problem+json");

    public static Task ProblemAsync(HttpContext http, int status, string title, Refusal refusal) =>
        ProblemAsync(http, Problem.Of(status, title, refusal));
}
