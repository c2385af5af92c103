using System.Net;
using Answerable.App.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>Each form of a person's page goes to the address of what comes of it.</summary>
public sealed class PersonPageTests
{
    [Fact]
    public async Task What_is_refused_stands_on_the_persons_page_with_what_was_typed()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Administrator);
        var people = (await centre.Dispatcher.AskAsync(new PeopleList(), Actor.System)).Value.People;
        var administrators = people.Where(line => line.Roles.Contains(Role.Administrator)).ToList();
        var me = administrators.Single(line => line.Email.StartsWith("ADMINISTRATOR@TEST", StringComparison.OrdinalIgnoreCase));
        foreach (var other in administrators.Where(line => line != me))
            await centre.Dispatcher.DoAsync(new DeactivatePerson(other.Id, "They left."), Actor.System);
        var person = $"/people/{me.Id}";

        var barred = Rendered.Words(await client.GetStringAsync($"{person}/deactivation"));
        Assert.Contains("This is the last active administrator. Make another one first.", barred, StringComparison.Ordinal);
        Assert.DoesNotContain("What will happen", barred, StringComparison.Ordinal);
        Assert.Contains("You are the last active administrator here: that role stays until there is another.",
            Rendered.Words(await client.GetStringAsync(person)), StringComparison.Ordinal);

        var invited = (await centre.Dispatcher.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null), Actor.System)).Value;
        var answer = await SendAsync(client, $"/people/{invited.Person}", "/deactivation",
            KeyValuePair.Create("Reason", $"gone 4000 0000 0000 0002 {new string('x', 200)}"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This could not be done", page, StringComparison.Ordinal);
        Assert.Contains("value=\"gone ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("4000 0000 0000 0002", page, StringComparison.Ordinal);

        var moved = await SendAsync(client, person, "/place", KeyValuePair.Create("Form.Team", ""), KeyValuePair.Create("Form.Roles", "Planner"));
        page = await moved.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moved.StatusCode);
        Assert.Contains("value=\"Planner\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Administrator\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_way_in_is_shown_once_and_the_address_opened_later_is_the_persons()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Administrator);
        var invited = (await centre.Dispatcher.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null), Actor.System)).Value;
        var person = $"/people/{invited.Person}";
        var page = await (await SendAsync(client, person, "/invitation")).Content.ReadAsStringAsync();
        Assert.Contains("/invitations/", page, StringComparison.Ordinal);
        Assert.Equal(person, (await client.GetAsync($"{person}/invitation")).Headers.Location!.ToString());
        Assert.DoesNotContain("/invitations/", await client.GetStringAsync(person), StringComparison.Ordinal);
        Assert.Equal(person,
            (await SendAsync(client, person, "/deactivation", KeyValuePair.Create("Reason", "They left."))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nobody_is_deactivated_before_it_was_said_what_will_happen()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Administrator);
        var invited = (await centre.Dispatcher.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null), Actor.System)).Value;
        var person = $"/people/{invited.Person}";
        var page = await client.GetStringAsync(person);
        Assert.Contains($"href=\"{person}/deactivation\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{person}/deactivation\"", page, StringComparison.Ordinal);

        var asked = Rendered.Words(await client.GetStringAsync($"{person}/deactivation"));
        foreach (var words in new[] { "Deactivate Ann?", "What will happen", "Ann is signed out everywhere at once", "No contact is in their hands.",
            "No referral waits with them.", "It can be undone by reactivating them", "Keep Ann active" })
            Assert.Contains(words, asked, StringComparison.Ordinal);
        Assert.Equal(person, (await SendAsync(client, person, "/deactivation", KeyValuePair.Create("Reason", "left"))).Headers.Location!.ToString());
        Assert.Contains("Ann is deactivated already.", Rendered.Words(await client.GetStringAsync($"{person}/deactivation")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_cannot_do_to_oneself_and_what_cannot_be_undone_alone_is_said_before_it_is_pressed()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Administrator);
        await centre.Dispatcher.DoAsync(new InvitePerson("Second", "second@centre.example", [Role.Administrator], null), Actor.System);
        var people = (await centre.Dispatcher.AskAsync(new PeopleList(), Actor.System)).Value.People;
        var me = $"/people/{people.Single(line => line.Email.StartsWith("ADMINISTRATOR@TEST", StringComparison.OrdinalIgnoreCase)).Id}";
        var page = await client.GetStringAsync(me);
        Assert.DoesNotContain($"href=\"{me}/deactivation\"", page, StringComparison.Ordinal);
        Assert.Contains("You cannot deactivate yourself. Ask another administrator.", Rendered.Words(page), StringComparison.Ordinal);
        Assert.Contains("only another administrator can give it to you again", Rendered.Words(page), StringComparison.Ordinal);
        var foreseen = await client.GetStringAsync($"{me}/deactivation");
        Assert.Contains("You cannot do this to yourself. Ask another administrator.", Rendered.Words(foreseen), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Reason\"", foreseen, StringComparison.Ordinal);
        var second = $"/people/{people.Single(line => line.Name == "Second").Id}";
        Assert.Contains("Other roles sign Second out everywhere.", Rendered.Words(await client.GetStringAsync(second)), StringComparison.Ordinal);
        Assert.Contains("name=\"Reason\"", await client.GetStringAsync($"{second}/deactivation"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string person, string what, params KeyValuePair<string, string>[] fields)
    {
        var token = await WebCentre.TokenAsync(client, person);
        return await client.PostAsync(
            person + what, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields]));
    }
}
