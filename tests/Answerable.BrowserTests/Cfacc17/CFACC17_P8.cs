using Answerable.App.Procedures;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc17;

public sealed class CFACC17_P8(Product product) : BrowserTest(product)
{
    [Fact]
    [Criterion("CFACC17.P8", Page = "/procedures/{Id:guid}/versions/{Number:int}/outline",
        Acts = [typeof(DraftProcedure), typeof(EditVersion), typeof(PublishVersion)])]
    public async Task A_designer_writes_an_outline_sees_it_drawn_is_told_what_is_missing_and_publishes_it_from_a_day()
    {
        var (name, designer) = (Unique("Noisy neighbour"), await SignedInAsync(Role.Designer));
        var designing = new Designing(designer);
        await designing.DefineAsync(name);
        await designing.DraftAsync();
        await designing.AddAsync("Step", "Hear what happened", 1);
        await designer.Field("Words to use").FillAsync("When did the noise begin?");
        await designing.SaveAsync("step", 1);
        await designing.AddAsync("Decision", "Is it going on now?", 2);

        await MissingAsync(designer);
        await MendedAsync(designer, designing);
        await DrawnAsync(designer, name);
        var day = DateOnly.FromDateTime(Local.In(TimeProvider.System.GetUtcNow()).DateTime).AddDays(7);
        await PublishedAsync(designer, day);
        await AssertKeptAsync(name, Local.StartOf(day));
        Assert.Empty(designer.Errors);
    }

    private static async Task MissingAsync(Visit designer)
    {
        var checks = designer.Page.GetByRole(AriaRole.Region, new() { Name = "Checks" });
        foreach (var sentence in (string[])["To mend: No ending is named.", "The answer 'Yes' of 2 'Is it going on now?' leads nowhere"])
            await Assertions.Expect(checks).ToContainTextAsync(sentence);
        await designer.Link("Chart and outline").ClickAsync();
        await designer.Link("Publish").ClickAsync();
        await Assertions.Expect(checks).ToContainTextAsync("No ending is named.");
        await Assertions.Expect(designer.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToHaveCountAsync(0);
        await designer.Page.GoBackAsync();
        await designer.Link("Edit").ClickAsync();
    }

    private static async Task MendedAsync(Visit designer, Designing designing)
    {
        await designing.OpenLineAsync(2, "Is it going on now?");
        await designing.AddAsync("Ending", "A warden is on the way", 3);
        await designing.AddAsync("Ending", "It is on record", 4);
        await designing.OpenLineAsync(2, "Is it going on now?");
        await designer.Field("The question, as the agent is to answer it").FillAsync("Can the noise be heard as we speak?");
        await designer.Field("Answer 2").FillAsync("It has stopped");
        await designing.LeadAsync("No", "4 It is on record");
        await designing.SaveAsync("decision", 2);
        await Assertions.Expect(designer.Page.GetByRole(AriaRole.Region, new() { Name = "Checks" })).Not.ToContainTextAsync("To mend:");
    }

    private static async Task DrawnAsync(Visit designer, string name)
    {
        await designer.Link("Chart and outline").ClickAsync();
        var chart = designer.Page.GetByRole(AriaRole.Img, new() { Name = $"Chart of {name}, version 1" });
        await Assertions.Expect(chart)
            .ToHaveAccessibleDescriptionAsync("1 step, 1 decision and 2 endings in one lane: Agent. The outline says the same in words.");
        var outline = designer.Page.GetByRole(AriaRole.Region, new() { Name = "Outline" });
        foreach (var line in (string[])["1 Hear what happened", "2 Is it going on now?", "3 A warden is on the way", "4 It is on record"])
            await Assertions.Expect(outline.GetByRole(AriaRole.Heading, new() { Name = line })).ToBeVisibleAsync();
        await Assertions.Expect(outline).ToContainTextAsync("If It has stopped, go to 4");
    }

    private static async Task PublishedAsync(Visit designer, DateOnly day)
    {
        await designer.Link("Publish").ClickAsync();
        await designer.Field("From the start of").FillAsync($"{day:yyyy-MM-dd}");
        await designer.Button("Choose this day").ClickAsync();
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "Publish from" }).ClickAsync();
        await Assertions.Expect(designer.Page.GetByText("Published, not yet in force")).ToBeVisibleAsync();
        await Assertions.Expect(designer.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Local.Date(Local.StartOf(day)));
    }

    private async Task AssertKeptAsync(string name, DateTimeOffset from)
    {
        await using var db = Product.OpenDb();
        var type = await db.Set<ContactTypeRow>().SingleAsync(row => row.Name == name);
        var procedure = await db.Set<ProcedureRow>().SingleAsync(row => row.ContactType == type.Id);
        var version = await db.Set<VersionRow>().SingleAsync(row => row.Procedure == procedure.Id);
        Assert.Equal(VersionState.Published, version.State);
        Assert.Equal(["Hear what happened", "Is it going on now?", "A warden is on the way", "It is on record"],
            version.Read().Nodes.Select(node => node.Title));
        Assert.Equal(from, (await db.Set<PublicationRow>().SingleAsync(row => row.Procedure == procedure.Id)).EffectiveFrom);

        var published =
            await Told.OneAsync<VersionPublished>(Product, procedure.Id.Value, "version.published", Person(Role.Designer).Id, FactKind.Demo);
        Assert.Equal((1, from), (published.Version, published.EffectiveFrom));
        Assert.Equal(name, type.Name);
        Assert.Equal(type.Code,
            (await Told.OneAsync<ProcedureDrafted>(Product, procedure.Id.Value, "procedure.drafted", Person(Role.Designer).Id,
                FactKind.Demo)).ContactType);
        Assert.Equal(6, (await Told.EntriesAsync(Product, procedure.Id.Value, "version.edited")).Count);
    }
}
