using Answerable.App.Privacy;
using Answerable.DatabaseTests.Import;
using Answerable.DatabaseTests.Import.Tables;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Web.Conduct;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>What the desk says of a customer's earlier contacts.</summary>
public sealed class EarlierContactsTests
{
    [Theory, EachDatabase]
    public async Task Each_is_said_to_be_what_it_was_and_after_an_erasure_none_is_theirs(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Centre.TableAsync("id,start,result,who\n1,2026-03-03 09:00:00,handled,C-100\n2,2026-03-04 09:00:00,missed,C-100\n"
            + "3,2026-03-05 09:00:00,test,C-100\n", TableCasesTests.Columns("id=id", "arrived=start", "outcome=result", "customer=who")
            with
            { Excluded = ["test"] });
        var contact = await desk.AtGoodwillAsync(reference: "C-100");
        var earlier = (await desk.LookAsync(contact)).Customer!.Earlier;
        Assert.Equal([ContactState.Abandoned, ContactState.Handled], earlier.Select(line => line.State));
        Assert.Equal([", left before an answer", ""], earlier.Select(line => CameWords.Of(line.State, line.Resolved)));
        Assert.Equal((", settled", ", not settled", ", open"),
            (CameWords.Of(ContactState.Handled, true), CameWords.Of(ContactState.Handled, false), CameWords.Of(ContactState.Talking, null)));

        await desk.Must(new EraseCustomer("C-100", "Request"), Actor.System);
        var after = (await desk.LookAsync(contact)).Customer;
        Assert.True(after is null or { Earlier.Count: 0 });
    }
}
