using Answerable.App.Acts;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.DatabaseTests.Measures;

/// <summary>The list of contacts stands in the order asked for, over all its rows and not those of one page.</summary>
public sealed class ContactsOrderTests
{
    [Theory, EachDatabase]
    public async Task Contacts_stand_by_any_column_that_offers_it_both_ways_and_else_newest_first(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([
            Of(1, Channel.Phone, "c", ContactState.Abandoned, 5000, 0), Of(2, Channel.Chat, "a", ContactState.Handled, 9000, 30_000),
            Of(3, Channel.Email, "b", ContactState.Handled, 1000, 90_000)]);
        int[] latest = [3, 2, 1];
        Assert.Equal(latest, await OrderAsync(centre, null));
        Assert.Equal(latest, await OrderAsync(centre, "no-such-column"));
        foreach (var (word, expected) in new Dictionary<string, int[]>
        {
            ["arrived"] = [1, 2, 3],
            ["queue"] = [2, 3, 1],
            ["waited"] = [3, 1, 2],
            ["handled-in"] = [1, 2, 3],
        })
        {
            Assert.Equal(expected, await OrderAsync(centre, word));
            Assert.Equal(Enumerable.Reverse(expected), await OrderAsync(centre, $"-{word}"));
        }
        Assert.Equal(3, (await OrderAsync(centre, "channel")).Distinct().Count());
        Assert.Equal(await OrderAsync(centre, "channel"), Enumerable.Reverse(await OrderAsync(centre, "-channel")));
        Assert.NotEqual((await OrderAsync(centre, "state")).Last() == 1, (await OrderAsync(centre, "-state")).Last() == 1);
    }

    [Theory, EachDatabase]
    public async Task The_second_page_goes_on_where_the_first_ended(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var many = ContactsBehind.PageSize + 2;
        await centre.Writer.AppendAsync([.. Enumerable.Range(1, many).Select(number =>
            Of(number, Channel.Phone, "main", ContactState.Handled, 1000 * (many - number), 1000))]);
        var pages = new List<int>();
        foreach (var page in new[] { 1, 2 })
            pages.AddRange(await OrderAsync(centre, "waited", page));
        Assert.Equal(Enumerable.Range(1, many).Reverse(), pages);
    }

    private static Entry Of(int number, Channel channel, string queue, ContactState state, int waitMs, int talkMs) => Entry.Of(
        new ContactRecorded(channel, queue, null, null, state, waitMs, talkMs, 0, 0, null, state is ContactState.Handled ? "Ann" : null, null),
        Recorded.Start.AddMinutes(number), FactKind.Live, "test", $"{number}", new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), null);

    private static async Task<int[]> OrderAsync(TestCentre centre, string? word, int page = 1) =>
        [.. (await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1)) { Order = Order.Read(word), Page = page }))
            .Value.Contacts.Select(line => BitConverter.ToInt32(line.Id.Value.ToByteArray(), 0))];
}
