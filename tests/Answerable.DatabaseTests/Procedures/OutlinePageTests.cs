using System.Net;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Answerable.Tests.Procedures;

namespace Answerable.DatabaseTests.Procedures;

public sealed class OutlinePageTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task A_stale_form_is_refused_and_shows_what_was_typed_beside_what_is_kept_now()
    {
        var centre = one.Web;
        var (designer, outline) = await BeginAsync(centre);
        var answer = await WebCentre.PostAsync(designer, outline + "?node=n3", "node", Typed(revision: 0));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("My own words", page, StringComparison.Ordinal);
        Assert.Contains("Compare the reading on the bill", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Revision\" value=\"1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_form_changes_the_step_and_nothing_else()
    {
        var centre = one.Web;
        var (designer, outline) = await BeginAsync(centre);
        var answer = await WebCentre.PostAsync(designer, outline + "?node=n3", "node", Typed(revision: 1));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await designer.GetStringAsync(outline.Replace("/outline", "", StringComparison.Ordinal));
        Assert.Contains("My own words", page, StringComparison.Ordinal);
        Assert.Contains("Refund what was overcharged", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_says_of_which_procedure_it_is_and_leads_back_to_it()
    {
        var (designer, outline) = await BeginAsync(one.Web);
        var procedure = outline[..outline.IndexOf("/versions", StringComparison.Ordinal)];
        var page = await designer.GetStringAsync($"{procedure}/comparison?before=1&after=1", TestContext.Current.CancellationToken);
        Assert.Matches($"Of the procedure <a href=\"{procedure}\">[^<]+</a>", page);
        Assert.Matches($"<li><a href=\"{procedure}\">[^<]+</a></li>\\s*<li aria-current=\"page\">What differs</li>", page);
    }

    [Fact]
    public async Task A_form_opened_before_the_version_was_published_is_answered_in_words_with_what_was_typed()
    {
        var centre = one.Web;
        var (designer, outline) = await BeginAsync(centre, RealCharts.Refunds with
        { Nodes = [.. RealCharts.Refunds.Nodes.Select(node => node is Step step ? step with { Authority = null } : node)] });
        var (version, token) = (outline.Replace("/outline", "", StringComparison.Ordinal), await WebCentre.TokenAsync(designer, outline));
        var publication = await WebCentre.TokenAsync(designer, version + "/publication");
        Assert.Equal(HttpStatusCode.Found,
            (await SendAsync(designer, version + "/publication", "publication", publication, new() { ["Form.Revision"] = "1" })).StatusCode);

        var late = await (await SendAsync(designer, outline + "?node=n3", "node", token, Typed(revision: 1))).Content.ReadAsStringAsync();
        Assert.Contains("My own words", late, StringComparison.Ordinal);
        Assert.Contains("never changes", late, StringComparison.Ordinal);
        var again = await (await SendAsync(designer, version + "/publication", "publication", publication, new()
        { ["Form.Revision"] = "1" })).Content.ReadAsStringAsync();
        Assert.Contains("there is nothing left to publish", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_of_a_decision_are_moved_by_a_plain_form_which_comes_back_to_the_one_moved()
    {
        var centre = one.Web;
        var (designer, outline) = await BeginAsync(centre);
        var typed = new Dictionary<string, string>
        {
            ["Form.Key"] = "n2",
            ["Form.Kind"] = nameof(NodeKind.Decision),
            ["Form.Revision"] = "1",
            ["Form.Title"] = "Identified",
            ["Form.Role"] = nameof(Role.Agent),
            ["Form.Question"] = "Were both answers right?",
            ["Form.MoveUp"] = "2",
            ["Form.Answers[0].Key"] = "a1",
            ["Form.Answers[0].Label"] = "Yes",
            ["Form.Answers[1].Key"] = "a2",
            ["Form.Answers[1].Label"] = "No, first try",
            ["Form.Answers[1].Next"] = "n1",
            ["Form.Answers[2].Key"] = "a3",
            ["Form.Answers[2].Label"] = "No, second try",
            ["Form.Answers[2].Next"] = "n9",
        };
        var answer = await WebCentre.PostAsync(designer, outline + "?node=n2", "node", typed);
        Assert.EndsWith("#answer-1-up", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await designer.GetStringAsync(outline + "?node=n2");
        Assert.True(page.IndexOf("value=\"No, second try\"", StringComparison.Ordinal) < page.IndexOf("value=\"No, first try\"",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_of_a_chart_of_a_hundred_steps_open()
    {
        var centre = one.Web;
        var chart = new Chart(
            [.. Enumerable.Range(1, 99).Select(number => (Node)new Step($"n{number}", $"Step {number}")), new Ending("n100", "Done", true)]);
        var (designer, outline) = await BeginAsync(centre, chart);
        var version = outline.Replace("/outline", "", StringComparison.Ordinal);
        foreach (var address in new[] { version, outline + "?node=n50", version + "/walk?way=d.d", version + "/publication" })
            Assert.Equal(HttpStatusCode.OK, (await designer.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("node", "Form.Role", "")]
    [InlineData("node", "Form.Role", null)]
    [InlineData("node", "Form.Role", "Wizard")]
    [InlineData("node", "Form.Role", "0")]
    [InlineData("node", "Form.Role", "Agent,Administrator")]
    [InlineData("node", "Form.Kind", "-1")]
    [InlineData("node", "Form.Strictness", "-1")]
    [InlineData("node", "Form.ReferTo", "0")]
    [InlineData("node", "Form.Fields[0].Type", "99")]
    [InlineData("insert", "Insert.Kind", "-1")]
    public async Task A_choice_that_is_none_is_refused_at_its_field_and_what_was_typed_stays(string form, string field, string? value)
    {
        var (designer, outline) = await BeginAsync(one.Web);
        var (token, typed) = (await WebCentre.TokenAsync(designer, outline), Typed(revision: 1));
        typed["Form.Fields[0].Label"] = "Meter reading";
        (typed["Insert.Title"], typed["Insert.Revision"], typed["Insert.Kind"]) = ("Another", "1", nameof(NodeKind.Step));
        if (value is null)
            typed.Remove(field);
        else
            typed[field] = value;
        var answer = await SendAsync(designer, outline + "?node=n3", form, token, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(string.IsNullOrEmpty(value) ? "This is needed." : $"“{value}” is none of the choices here.",
            WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains(form == "node" ? "My own words" : "Another", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client, string address, string form, string token, Dictionary<string, string> fields)
    {
        (fields["__RequestVerificationToken"], fields["_handler"]) = (token, form);
        return client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    private static async Task<(HttpClient Designer, string Outline)> BeginAsync(WebCentre centre, Chart? chart = null)
    {
        var designer = await centre.SignedInAsync(Role.Designer);
        var mark = $"{App.Ids.New():N}"[^6..];
        await centre.Dispatcher.DoAsync(new DefineContactType(new ContactType($"refund-{mark}", $"Refund {mark}", Routine: true)), Actor.System);
        var procedure = (await centre.Dispatcher.DoAsync(new DraftProcedure($"refund-{mark}", chart ?? RealCharts.Refunds), Actor.System)).Value;
        return (designer, $"/procedures/{procedure}/versions/1/outline");
    }

    private static Dictionary<string, string> Typed(long revision) => new()
    {
        ["Form.Key"] = "n3",
        ["Form.Kind"] = nameof(NodeKind.Step),
        ["Form.Revision"] = $"{revision}",
        ["Form.Title"] = "Find the overcharge",
        ["Form.Role"] = nameof(Role.Agent),
        ["Form.Strictness"] = nameof(Strictness.Advised),
        ["Form.Guideline.Approach"] = "My own words",
    };
}
