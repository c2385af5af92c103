using Answerable.App.Acts;
using Answerable.App.Import;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Answerable.Web.Import;

/// <summary>
/// Takes an uploaded file straight from the wire to the database: no part of it is kept in memory or in the framework's own buffers. The form's
/// token and profile stand before the file, so a request without them is turned away before its file is read.
/// </summary>
internal static class Upload
{
    private const int LongestField = 10_000;
    private static readonly Refusal NoFile = new("import.no-file", "Choose a file.", "file");
    private static readonly Refusal TooLarge =
        new("import.too-large",
        $"The file is larger than {ImportEndpoints.LargestFile / 1_000_000} MB. Split it, or import it on the command line, which has no limit.",
        "file");
    private static readonly Refusal Stale = new("form.stale", "The form has become stale. Open the page again and send the file once more.");

    public static async Task<IResult> TakeAsync(HttpContext http, IAntiforgery antiforgery, ImportFolder folder, Dispatcher dispatcher)
    {
        // The whole request is a little larger than its file.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var fields = new Dictionary<string, string>();
        if (http.Request.ContentLength > ImportEndpoints.LargestFile + LongestField)
            return Again(fields, TooLarge);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || type.Boundary.Length == 0)
            return Again(fields, NoFile);
        try
        {
            return await TakeAsync(http, new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), http.Request.Body)
            { BodyLengthLimit = 2 * ImportEndpoints.LargestFile }, antiforgery, fields, folder, dispatcher);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return Again(fields, new Refusal("import.broken-off", "The file did not arrive whole. Send it once more.", "file"));
        }
    }

    private static async Task<IResult> TakeAsync(HttpContext http, MultipartReader parts, IAntiforgery antiforgery, Dictionary<string, string> fields,
        ImportFolder folder, Dispatcher dispatcher)
    {
        while (await parts.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            if (part.AsFileSection() is { } file)
                return file.FileName.Length == 0 || file.FileStream is null ? Again(fields, [NoFile, .. Amiss(fields)])
                    : !await MeantAsync(http, antiforgery, fields) ? Again(fields, Stale)
                    : Amiss(fields) is { Count: > 0 } amiss ? Again(fields, [.. amiss])
                    : await BringAsync(http, fields, file, folder, dispatcher);
            if (part.AsFormDataSection() is not { } field)
                continue;
            using var words = new StreamReader(field.Section.Body);
            var read = new char[LongestField];
            fields[field.Name] = new string(read, 0, await words.ReadBlockAsync(read, http.RequestAborted));
        }
        return Again(fields, [NoFile, .. Amiss(fields)]);
    }

    /// <summary>The page of imports again, with what was chosen there and what stood in the way.</summary>
    private static IResult Again(Dictionary<string, string> fields, params IReadOnlyList<Refusal> refusals) =>
        Reply.Again<ImportsPage>(refusals, new FormCollection(fields.ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value))), null);

    private static List<Refusal> Amiss(Dictionary<string, string> fields) => [.. BringFile.RefusalsOf(ProfileOf(fields), EncodingOf(fields))];

    private static string ProfileOf(Dictionary<string, string> fields) => Shortened(fields.GetValueOrDefault("profile", ""));

    private static string? EncodingOf(Dictionary<string, string> fields) =>
        fields.GetValueOrDefault("encoding") is { Length: > 0 } encoding ? Shortened(encoding) : null;

    // What is none there is said to be none; nobody need read all of it.
    private static string Shortened(string chosen) => chosen.Length > 40 ? chosen[..40] + "…" : chosen;

    /// <summary>The token is looked at as if it had come in a header: otherwise the whole form, file and all, would be read for it.</summary>
    private static async Task<bool> MeantAsync(HttpContext http, IAntiforgery antiforgery, Dictionary<string, string> fields)
    {
        http.Request.Headers["RequestVerificationToken"] = fields.GetValueOrDefault("__RequestVerificationToken", "none");
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static async Task<IResult> BringAsync(HttpContext http, Dictionary<string, string> fields, FileMultipartSection file, ImportFolder folder,
        Dispatcher dispatcher)
    {
        var kept = await folder.KeepAsync(file.FileStream!, file.FileName, ImportEndpoints.LargestFile, http.RequestAborted);
        if (kept is null)
            return Again(fields, TooLarge);
        var brought = await dispatcher.DoAsync(new BringFile(ProfileOf(fields), kept, EncodingOf(fields)), ActorOf.User(http.User)!,
            http.RequestAborted);
        if (brought.Allowed)
            return Reply.See(brought.Value.ColumnsToChoose ? $"/imports/{brought.Value.Id}/columns" : $"/imports/{brought.Value.Id}");
        await folder.ForgetAsync(kept.Path, CancellationToken.None);
        return Again(fields, [.. brought.Refusals]);
    }
}
