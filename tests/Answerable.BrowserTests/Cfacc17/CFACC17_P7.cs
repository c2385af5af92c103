using Answerable.App.Procedures;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc17;

public sealed class CFACC17_P7(Product product) : BrowserTest(product)
{
    [Fact]
    [Criterion("CFACC17.P7", Page = "/contact-types/{Code}/boundaries", Acts = [typeof(DefineContactType), typeof(ChangeContactType)])]
    public async Task A_designer_sets_where_a_contact_type_starts_and_ends_and_what_goes_to_its_neighbours()
    {
        var (name, designer) = (Unique("Lost key fob"), await SignedInAsync(Role.Designer));
        await new Designing(designer).DefineAsync(name);
        await designer.Link("Change").ClickAsync();
        foreach (var (label, words) in Boundaries)
            await designer.Field(label).FillAsync(words);
        await designer.Button("Keep the changes").ClickAsync();

        await Assertions.Expect(designer.Heading(name)).ToBeVisibleAsync();
        foreach (var (label, words) in Boundaries)
        {
            await Assertions.Expect(designer.Page.GetByText(label, new() { Exact = true })).ToBeVisibleAsync();
            await Assertions.Expect(designer.Page.GetByText(words, new() { Exact = true })).ToBeVisibleAsync();
        }
        await AssertKeptAsync(name);
        Assert.Empty(designer.Errors);
    }

    private static readonly (string Label, string Words)[] Boundaries =
    [
        ("Starts when", "A tenant says that the fob of the main door is gone."),
        ("Ends when", "A new fob is on its way and the old one opens nothing."),
        ("Included", "Fobs that broke."),
        ("Excluded", "Keys of the flat itself."),
        ("Hand-over", "Theft goes to the police first, then comes back here."),
    ];

    private async Task AssertKeptAsync(string name)
    {
        await using var db = Product.OpenDb();
        var row = await db.Set<ContactTypeRow>().SingleAsync(row => row.Name == name);
        Assert.Equal(Boundaries.Select(pair => pair.Words), [row.StartsWhen, row.EndsWhen, row.Includes, row.Excludes, row.HandOverTo]);
        Assert.Equal(["contact-type.defined", "contact-type.changed"], await Told.NamesAsync(Product, row.Id.Value));
        var changed = await Told.OneAsync<ContactTypeChanged>(Product, row.Id.Value, "contact-type.changed", Person(Role.Designer).Id, FactKind.Demo);
        Assert.Equal(row.Code, changed.Code);
        Assert.Equal(5, changed.What.Count);
    }
}
