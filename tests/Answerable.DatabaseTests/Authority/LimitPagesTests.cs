using System.Net;
using System.Text.RegularExpressions;
using Answerable.App.Authority;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Authority;

public sealed class LimitPagesTests(OneCentre one) : IClassFixture<OneCentre>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_is_filled_with_what_stands_and_what_would_be_lost_is_said_before_it_is_set()
    {
        var (manager, page) = await KindAsync("refund");
        await MustAsync(new SetLimit("refund", Role.Agent, null)
        { PerContactPence = 5000, PerCasePence = 8000, PerCustomerPence = 9000, PerCustomerDays = 30 });
        var filled = await manager.GetStringAsync($"{page}?Form.For=Agent", Stop);
        foreach (var (field, value) in new[] { ("PerContact", "50.00"), ("PerCase", "80.00"), ("PerCustomer", "90.00"), ("Days", "30") })
            Assert.Matches($"<input[^>]*name=\"Form\\.{field}\"[^>]*value=\"{value}\"", filled);

        var typed = new Dictionary<string, string> { ["Form.For"] = "Agent", ["Form.PerContact"] = "60", ["Form.PerCase"] = "10" };
        var answer = await WebCentre.PostAsync(manager, page, "limit", new(typed));
        var words = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("The limit of £90.00 a customer in 30 days that stands now would be gone", words, StringComparison.Ordinal);
        Assert.Contains("£10.00 a case is less than £60.00 a contact", words, StringComparison.Ordinal);
        Assert.Equal(5000, (await StandingAsync("refund")).PerContactPence);

        typed["Form.Said"] = Regex.Match(words, "name=\"Form.Said\" value=\"([^\"]*)\"").Groups[1].Value;
        typed["Form.AllTheSame"] = "true";
        Assert.Equal(HttpStatusCode.Found, (await WebCentre.PostAsync(manager, page, "limit", new(typed))).StatusCode);
        var standing = await StandingAsync("refund");
        Assert.Equal((6000, 1000), (standing.PerContactPence!.Value, standing.PerCasePence!.Value));
        Assert.Null(standing.PerCustomer);
    }

    [Fact]
    public async Task A_limit_ends_from_a_page_that_says_what_comes_of_it()
    {
        var (manager, page) = await KindAsync("gift");
        var limit = await MustAsync(new SetLimit("gift", Role.Agent, null) { PerContactPence = 5000 });
        var ending = $"/authority/limits/{limit}/ending";
        Assert.Contains(ending, await manager.GetStringAsync(page, Stop), StringComparison.Ordinal);
        Assert.Contains("Then no role has a limit for gift", await manager.GetStringAsync(ending, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await WebCentre.PostAsync(manager, ending, "ending", [])).StatusCode);
        Assert.DoesNotContain("In force", await manager.GetStringAsync(page, Stop), StringComparison.Ordinal);
    }

    private async Task<(HttpClient Manager, string Page)> KindAsync(string code)
    {
        await MustAsync(new DefineDecisionKind(code, code, true));
        return (await one.Web.SignedInAsync(Role.Manager), $"/authority/{code}");
    }

    private async Task<TResult> MustAsync<TResult>(App.Acts.IAct<TResult> act)
    {
        var outcome = await one.Web.Dispatcher.DoAsync(act, Actor.System);
        Assert.True(outcome.Allowed, string.Join(' ', outcome.Refusals));
        return outcome.Value;
    }

    private async Task<Limit> StandingAsync(string code) =>
        (await one.Web.Dispatcher.AskAsync(new AuthorityMatrix(), Actor.System)).Value.Kinds.Single(kind => kind.Kind.Code == code)
            .ByRole[Role.Agent];
}
