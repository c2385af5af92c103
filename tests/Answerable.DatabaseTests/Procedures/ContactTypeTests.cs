using Answerable.App.Procedures;
using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.DatabaseTests.Procedures;

public sealed class ContactTypeTests
{
    private static readonly ContactType MissedBin = new("missed-bin", "Missed bin collection", Routine: true)
    {
        StartsWhen = "The customer says a bin was not emptied.",
        EndsWhen = "The return is booked, or the customer knows when the next collection is.",
        Excludes = "New bins.",
        Channels = [Channel.Web, Channel.Phone],
    };

    [Theory, EachDatabase]
    public async Task A_contact_type_is_kept_as_it_was_defined(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new DefineContactType(MissedBin));
        var record = (await centre.AskAsync(new ContactTypeRecord("missed-bin"))).Value;
        Assert.Equivalent(MissedBin with { Channels = [Channel.Phone, Channel.Web] }, record.Type, strict: true);
        Assert.Equal(["contact-type.defined"], await centre.FactsAsync());
    }

    [Theory, EachDatabase]
    public async Task Everything_wrong_with_a_definition_is_said_beside_its_field(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new DefineContactType(MissedBin));
        var refused = await centre.DoAsync(new DefineContactType(MissedBin with { Name = "missed BIN collection" }));
        Assert.Equal(["Code", "Name"], refused.Refusals.Select(refusal => refusal.Field));
        Assert.Equal(["Code", "Name"],
            (await centre.DoAsync(new DefineContactType(new ContactType("Missed Bin", "", true)))).Refusals.Select(refusal => refusal.Field));
    }

    [Theory, EachDatabase]
    public async Task A_change_made_from_a_stale_form_is_refused_and_the_first_change_stands(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new DefineContactType(MissedBin));
        await centre.DoAsync(new ChangeContactType("missed-bin", 1, MissedBin with { Includes = "Food waste caddies." }));
        var stale = await centre.DoAsync(new ChangeContactType("missed-bin", 1, MissedBin with { Includes = "Garden waste." }));
        Assert.Equal("changed-meanwhile", stale.Refusals.Single().Code);
        Assert.Equal("Food waste caddies.", (await centre.AskAsync(new ContactTypeRecord("missed-bin"))).Value.Type.Includes);
        Assert.Equal(["contact-type.defined", "contact-type.changed"], await centre.FactsAsync());
    }

    [Theory, EachDatabase]
    public async Task The_list_tells_routine_from_exception_and_names_the_version_in_force(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        await centre.DoAsync(new DefineContactType(MissedBin));
        await centre.DoAsync(new DefineContactType(new ContactType("flood", "Flooded home", Routine: false)));
        await centre.DoAsync(new DraftNextVersion(procedure, 1));
        var listing = (await centre.AskAsync(new ContactTypes())).Value;
        Assert.Equal(["missed-bin", "refund", "flood"], listing.Types.Select(line => line.Type.Code));
        Assert.Equal((2, 1), (listing.RoutineCount, listing.ExceptionCount));
        Assert.Equal((procedure, 1, 2), (listing.Types[1].Procedure, listing.Types[1].InForce, listing.Types[1].Next));
        Assert.Equal(["flood"], (await centre.AskAsync(new ContactTypes(Routine: false))).Value.Types.Select(line => line.Type.Code));
        Assert.Equal(["missed-bin"], (await centre.AskAsync(new ContactTypes(Words: "BIN col"))).Value.Types.Select(line => line.Type.Code));
    }
}
