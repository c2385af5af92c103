using Answerable.Web.Shared;
using Microsoft.AspNetCore.Http;

namespace Answerable.Tests.Web;

/// <summary>The order of a table and its page stand in the address.</summary>
public sealed class TableStateTests
{
    [Fact]
    public void A_head_followed_once_puts_rows_in_order_and_followed_again_the_other_way_round()
    {
        var plain = At("?show=drafts&page=3");
        Assert.Equal("/procedures?show=drafts&sort=name", plain.Sorted("name"));
        Assert.Null(plain.Direction("name"));
        var sorted = At("?show=drafts&sort=name");
        Assert.Equal(("ascending", "/procedures?show=drafts&sort=-name"), (sorted.Direction("name"), sorted.Sorted("name")));
        Assert.Equal(("descending", "/procedures?show=drafts&sort=name"),
            (At("?show=drafts&sort=-name").Direction("name"), At("?show=drafts&sort=-name").Sorted("name")));
    }

    [Fact]
    public void Rows_without_a_value_come_first_and_capitals_do_not_matter()
    {
        string?[] rows = ["beta", null, "Alpha", "gamma"];
        Assert.Equal([null, "Alpha", "beta", "gamma"], At("?sort=name").Order(rows, row => row));
        Assert.Equal(["gamma", "beta", "Alpha", null], At("?sort=-name").Order(rows, row => row));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("?page=4", 4)]
    [InlineData("?page=0", 1)]
    [InlineData("?page=-2", 1)]
    [InlineData("?page=many", 1)]
    [InlineData("?left-page=4", 1)]
    public void What_is_no_page_is_the_first(string query, int page) => Assert.Equal(page, At(query).Page);

    [Fact]
    public void Two_tables_of_one_page_do_not_turn_each_other()
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = ("/referrals", new QueryString("?any-sort=since&sort=asked-by"));
        var any = new TableState(request, "any-");
        Assert.Equal(("ascending", null), (any.Direction("since"), any.Direction("asked-by")));
        Assert.Equal("/referrals?sort=asked-by&any-sort=-since", any.Sorted("since"));
    }

    private static TableState At(string query)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = ("/procedures", new QueryString(query));
        return new TableState(request, "");
    }
}
