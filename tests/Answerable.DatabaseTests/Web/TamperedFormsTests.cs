using System.Net;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Web;

/// <summary>
/// Every form that any role is shown in a centre that was worked in, posted as its page never would: with choices there are none of, numbers and
/// days that are none, and words longer than anybody types. Forms are found by walking the pages, so a new one is tried without being written here.
/// </summary>
public sealed class TamperedFormsTests
{
    private static readonly string Long = new('x', 100_000);

    /// <summary>What a field of the kind may not be: it is refused, whatever else the form says.</summary>
    private static readonly Dictionary<string, string[]> Refused = new()
    {
        ["choice"] = ["99", "nonsense", "-1", Long],
        ["number"] = ["nonsense", "99999999999999999999", "1e400", "NaN", Long],
        ["date"] = ["nonsense", "-1", "9999-99-99", Long],
        ["time"] = ["nonsense", "99:99", Long],
        ["text"] = [Long],
    };

    /// <summary>What may mean something or nothing, and breaks nothing.</summary>
    private static readonly Dictionary<string, string[]> Borne = new()
    {
        ["choice"] = [""],
        ["number"] = ["", "-1"],
        ["date"] = ["", "0001-01-01", "9999-12-31"],
        ["time"] = [""],
        ["text"] = ["", "\u0001\u200b", "99"],
        ["hidden"] = ["", "99", "-1", "nonsense", Long],
    };

    /// <summary>Where what was tampered with is not said first: a passkey is made by the device; without it there is none to name.
    /// A code is looked at once the password is right.</summary>
    private static readonly string[] Elsewhere = ["/account/passkeys", "/account/second-factor"];

    /// <summary>What a draft may name before it is defined: the checks before it is published say that it is not.</summary>
    private static readonly string[] Undefined = ["Form.DecisionKind", "Form.AmountField"];

    [Fact]
    public async Task Every_form_tampered_with_is_refused_in_a_sentence_and_nothing_is_kept_of_it()
    {
        await using var kept = await TestDatabase.OfReleaseAsync(Database.Sqlite);
        await using var centre = new WebCentre(kept);
        var (known, wrong) = (new HashSet<string>(), new List<string>());
        var tried = new List<(HttpClient Client, Role Role, ShownForm Form)>();
        foreach (var role in Roles.All)
        {
            var client = await centre.AnotherAsync(role);
            foreach (var form in await ShownForms.ToAsync(client))
                if (known.Add(form.Shape))
                {
                    wrong.AddRange(await TriedAsync(centre, client, role, form));
                    tried.Add((client, role, form));
                }
        }
        // Last, for work that is begun so goes on beside what comes after it.
        foreach (var (client, role, form) in tried.Where(one => one.Form.Posts))
            foreach (var field in form.Fields)
                if (await SentAsync(centre, client, form, field, null, refused: false) is { } without)
                    wrong.Add($"{role} {form.Shape} {field.Name} left out: {without}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(known.Count > 40, string.Join("\n", known));
    }

    private static async Task<List<string>> TriedAsync(WebCentre centre, HttpClient client, Role role, ShownForm form)
    {
        var wrong = new List<string>();
        foreach (var field in form.Fields)
        {
            foreach (var value in Refused.GetValueOrDefault(field.Kind, []))
                if (await SentAsync(centre, client, form, field, value, refused: true) is { } said)
                    wrong.Add($"{role} {form.Shape} {field.Name} ({field.Kind}) = {(value == Long ? "long" : value)}: {said}");
            foreach (var value in Borne.GetValueOrDefault(field.Kind, []))
                if (await SentAsync(centre, client, form, field, value, refused: false) is { } said)
                    wrong.Add($"{role} {form.Shape} {field.Name} ({field.Kind}) = {(value == Long ? "long" : value)}: {said}");
        }
        return wrong;
    }

    private static async Task<string?> SentAsync(WebCentre centre, HttpClient client, ShownForm form, ShownField field, string? value, bool refused)
    {
        var before = await HeadAsync(centre);
        using var answer = await AnswerAsync(client, form, field, value);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            return $"broke, {answer.StatusCode}";
        var turned = answer.StatusCode >= HttpStatusCode.BadRequest;
        var page = turned ? await answer.Content.ReadAsStringAsync() : "";
        if (page.Contains("Something broke", StringComparison.Ordinal))
            return "broke in its page";
        if (turned && await SinceAsync(centre, before) is { Length: > 0 } facts)
            return $"kept though it was refused: {facts}";
        if (form.Posts && turned && field.Kind == "date" && !refused && !page.Contains("data-refused", StringComparison.Ordinal))
            return $"answered {answer.StatusCode}, without a sentence: {ShownForms.Said(page)}";
        if (refused && form.Posts && turned && !Elsewhere.Contains(form.Address) && !ShownForms.RefusedAt(page, field.Name))
            return $"answered {answer.StatusCode}, at no field: {ShownForms.Said(page)}";
        return refused && form.Posts && !turned && !Undefined.Contains(field.Name) ? $"taken, {answer.StatusCode}" : null;
    }

    /// <summary>One that is stale by what was taken before is opened again, so that it is refused for what was tampered with.</summary>
    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient client, ShownForm form, ShownField field, string? value)
    {
        var answer = await client.SendAsync(form.Request(field, value));
        if (answer.StatusCode != HttpStatusCode.Conflict || await form.AnewAsync(client) is not { } anew
            || anew.Fields.FirstOrDefault(one => one.Name == field.Name) is not { } same)
            return answer;
        answer.Dispose();
        return await client.SendAsync(anew.Request(same, value));
    }

    private static async Task<long> HeadAsync(WebCentre centre)
    {
        await using var db = Open(centre);
        return await db.Set<JournalRow>().MaxAsync(row => row.Number);
    }

    // What people did: a forecast or rehearsal that was asked for before is made meanwhile, in the name of whoever asked.
    private static async Task<string> SinceAsync(WebCentre centre, long head)
    {
        await using var db = Open(centre);
        return string.Join(", ", await db.Set<JournalRow>().Where(row => row.Number > head && row.Actor != null
                && row.Name != "series.forecast-made" && row.Name != "scenario.rehearsed")
            .Select(row => row.Name + " " + row.Body).ToListAsync());
    }

    private static AnswerableDb Open(WebCentre centre) =>
        centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContext();
}
