using System.Net;
using System.Text.RegularExpressions;

namespace Answerable.DatabaseTests.Web;

/// <param name="Usual">None where it is not sent as it stands, such as a box that is not ticked.</param>
internal sealed record ShownField(string Name, string Kind, string? Usual);

/// <summary>A form as a page shows it, and how it is sent.</summary>
internal sealed record ShownForm(bool Posts, string Address, string Handler, string Token, IReadOnlyList<ShownField> Fields, string Page,
    bool InParts)
{
    /// <summary>Alike for every thing it is shown of.</summary>
    public string Shape => $"{(Posts ? "POST" : "GET")} {ShownForms.Alike(Address)} {Handler} {string.Join(' ', Fields
        .Select(one => Regex.Replace(one.Name, "[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "*")).Distinct())}";

    /// <param name="value">None leaves the field out.</param>
    public HttpRequestMessage Request(ShownField tampered, string? value)
    {
        var fields = Fields.Select(field => KeyValuePair.Create(field.Name, field == tampered ? value : field.Usual))
            .Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!)).ToList();
        if (!Posts)
            return new(HttpMethod.Get, $"{Address.Split('?')[0]}?{string.Join('&', fields
                .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value[..Math.Min(field.Value.Length, 4_000)])}"))}");
        fields.Add(new("__RequestVerificationToken", Token));
        if (Handler.Length > 0)
            fields.Add(new("_handler", Handler));
        return new(HttpMethod.Post, Address) { Content = InParts ? Parts(fields) : new FormUrlEncodedContent(fields) };
    }

    // As a browser sends it where no file was chosen: what says whose form it is comes before.
    private static MultipartFormDataContent Parts(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields.OrderBy(field => !field.Key.StartsWith('_')))
            parts.Add(new StringContent(value), name);
        return parts;
    }

    /// <summary>The same as its page shows it now: what was taken meanwhile has made this one stale.</summary>
    public async Task<ShownForm?> AnewAsync(HttpClient client) =>
        ShownForms.On(await client.GetStringAsync(Page), Page).FirstOrDefault(form =>
            form.Posts && form.Handler == Handler && ShownForms.Alike(form.Address) == ShownForms.Alike(Address));
}

/// <summary>The forms one comes to by following the links of the pages one is shown: of each kind of page, a few.</summary>
internal static partial class ShownForms
{
    private const int OfEachKind = 3;

    // They would end the walk.
    private static readonly string[] Ending = ["/sign-out", "/account/sessions/ending"];

    public static async Task<IReadOnlyList<ShownForm>> ToAsync(HttpClient client)
    {
        var (forms, left) = (new Dictionary<string, ShownForm>(), new Queue<string>(["/"]));
        var (met, kinds) = (new HashSet<string>(), new Dictionary<string, int>());
        while (left.TryDequeue(out var address))
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode == HttpStatusCode.Found)
                Meet(answer.Headers.Location!.ToString());
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await answer.Content.ReadAsStringAsync();
            foreach (var form in On(page, address).Where(form => !Ending.Contains(form.Address) && form.Fields.Count > 0))
                forms.TryAdd(form.Shape, form);
            foreach (Match link in Links().Matches(page))
                Meet(WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
        }
        return [.. forms.Values];

        void Meet(string link)
        {
            if (!link.StartsWith('/') || !met.Add(link) || Ending.Any(link.StartsWith))
                return;
            var kind = Alike(link) + (link.Contains('?', StringComparison.Ordinal) ? "?" : "");
            if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= OfEachKind)
                left.Enqueue(link);
        }
    }

    public static string Alike(string address) => Codes().Replace(Numbers().Replace(address.Split('?')[0], "*"), "*");

    /// <summary>Whether the page says at the field that it was refused, and what reads pages aloud is led from there to the sentence.</summary>
    public static bool RefusedAt(string page, string field) => Typed().Matches(page).Any(tag =>
        Attribute(tag.Groups[1].Value, "name") == field && Attribute(tag.Groups[1].Value, "aria-invalid") == "true"
        && (LeadsToRefusal(page, tag.Groups[1].Value) || LeadsToRefusal(page, Around(page, tag.Index))));

    private static bool LeadsToRefusal(string page, string tag) => Attribute(tag, "aria-describedby").Split(' ').Any(id =>
        id.EndsWith("-refused", StringComparison.Ordinal) && page.Contains($"id=\"{id}\"", StringComparison.Ordinal));

    // What is chosen by buttons is described as a whole.
    private static string Around(string page, int at) =>
        page.LastIndexOf("<fieldset", at, StringComparison.Ordinal) is >= 0 and var from ? page[from..page.IndexOf('>', from)] : "";

    /// <summary>What a page that refused says, in short.</summary>
    public static string Said(string page) =>
        Regex.Match(page, "<li>([^<]*)</li>|field-refused\"[^>]*>([^<]*)<|<p>([^<]*)</p>").Value;

    public static IEnumerable<ShownForm> On(string page, string address)
    {
        foreach (Match form in Forms().Matches(page))
        {
            var (head, body) = (form.Groups[1].Value, form.Groups[2].Value);
            var fields = Fields(body).ToList();
            string Of(string name) => fields.FirstOrDefault(field => field.Name == name)?.Usual ?? "";
            // What is chosen by buttons has the first one's name once.
            yield return new(Attribute(head, "method").Equals("post", StringComparison.OrdinalIgnoreCase),
                Attribute(head, "action") is { Length: > 0 } action ? action : address, Of("_handler"), Of("__RequestVerificationToken"),
                [.. fields.Where(field => field.Name is not ("_handler" or "__RequestVerificationToken" or "")).DistinctBy(field => field.Name)],
                address, Attribute(head, "enctype") == "multipart/form-data");
        }
    }

    private static IEnumerable<ShownField> Fields(string form)
    {
        foreach (Match select in Selects().Matches(form))
            yield return new(Attribute(select.Groups[1].Value, "name"), "choice", Options().Matches(select.Groups[2].Value)
                .Select(option => Attribute(option.Groups[1].Value, "value")).OrderBy(value => value.Length == 0).FirstOrDefault() ?? "");
        foreach (Match area in Areas().Matches(form))
            yield return new(Attribute(area.Groups[1].Value, "name"), "text",
                WebUtility.HtmlDecode(area.Groups[2].Value) is { Length: > 0 } words ? words : "Some words");
        foreach (Match input in Inputs().Matches(form))
        {
            var (tag, type) = (input.Groups[1].Value, Attribute(input.Groups[1].Value, "type"));
            if (type is "file" or "submit" or "button")
                continue;
            var kind = type switch
            {
                "radio" => "choice",
                "hidden" or "checkbox" => "hidden",
                "number" => "number",
                "date" => "date",
                "time" => "time",
                _ => Attribute(tag, "inputmode") is "numeric" or "decimal" ? "number" : "text",
            };
            var ticked = type != "checkbox" || tag.Contains(" checked", StringComparison.Ordinal);
            yield return new(Attribute(tag, "name"), kind, !ticked ? null : Attribute(tag, "value") is { Length: > 0 } value ? value : kind switch
            {
                "number" => type == "number" || tag.Contains("required", StringComparison.Ordinal) ? "1" : "",
                "date" => "2026-12-01",
                "time" => "09:00",
                "text" => type == "email" ? "somebody@centre.example" : "Some words",
                _ => "",
            });
        }
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"(?<=\\s|^){name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex("(?<=/contact-types/)[^/*]+(?=/)")]
    private static partial Regex Codes();

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<select([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option([^>]*)>")]
    private static partial Regex Options();

    [GeneratedRegex("<textarea([^>]*)>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("<(?:input|select|textarea)\\b([^>]*)>")]
    private static partial Regex Typed();

    [GeneratedRegex("<input([^>]*)>")]
    private static partial Regex Inputs();
}
