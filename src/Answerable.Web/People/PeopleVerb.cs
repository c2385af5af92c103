using System.CommandLine;
using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.People;

/// <summary>People by the hand of whoever holds the machine: the way back in where no administrator can sign in.</summary>
internal static class PeopleVerb
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "The e-mail address the person signs in with." };
    private static readonly Argument<string> Name = new("NAME") { Description = "What the person is called." };
    private static readonly Option<string[]> RoleNames = new("--role")
    {
        Description = "A role, and once more for each other one: " + string.Join(", ", Roles.All) + ".",
        Required = true,
    };
    private static readonly Option<string?> Team = new("--team") { Description = "The name of their team; none where left out." };
    private static readonly Option<string> Why = new("--why") { Description = "Why, as it stands on record.", Required = true };
    private static readonly Option<bool> Deactivated = new("--deactivated") { Description = "Those who work here no more." };
    private static readonly Option<Uri?> At = new("--at")
    {
        HelpName = "URL",
        Description = "Where people open the centre, for the one-time link; else the address the server was last started with.",
        CustomParser = ServeSettings.AddressOf,
    };
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Converters = { new StrongIdJson(), new System.Text.Json.Serialization.JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create() => new("people", "Who works here, and their ways in; on record as done from the command line.")
    {
        Verb("list", "Who works here.", ListAsync, Deactivated),
        Verb("invite", "Adds a person and prints their one-time link.", InviteAsync, Name, Address, RoleNames, Team, At),
        Verb("link", "Prints a new one-time link, to choose a password by; those before it open nothing any more.", LinkAsync, Address, At),
        Verb("place", "Gives a person a team and roles, in place of those they have.", PlaceAsync, Address, RoleNames, Team),
        Verb("deactivate", "Ends a person's access at once.", (asked, stop) => OnPersonAsync(asked,
            person => new DeactivatePerson(person, asked.GetValue(Why)!), "is deactivated", deactivated: false, stop), Address, Why),
        Verb("reactivate", "Gives a deactivated person their access back.", (asked, stop) => OnPersonAsync(asked,
            person => new ReactivatePerson(person), "is active again", deactivated: true, stop), Address),
        Verb("second-factor-off", "Takes the second factor off somebody who has lost it; they are signed out.", (asked, stop) => OnPersonAsync(asked,
            person => new TakeSecondFactorOff(person), "has no second factor any more", deactivated: false, stop), Address),
    };

    private static Command Verb(string name, string what, Func<ParseResult, CancellationToken, Task<int>> act, params Symbol[] takes)
    {
        var verb = new Command(name, what) { OpenedCentre.Json };
        foreach (var taken in takes)
            if (taken is Argument argument)
                verb.Add(argument);
            else
                verb.Add((Option)taken);
        verb.SetAction(act);
        return verb;
    }

    private static async Task<int> ListAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var people = await AllAsync(centre, asked.GetValue(Deactivated), null, stop);
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(people, Json));
        else
            foreach (var person in people)
                Console.WriteLine($"{person.Email}  {person.Name}  {person.Team ?? "no team"}  {string.Join(", ", person.Roles.Select(role =>
                    role.Words()))}  {(person.SecondFactor ? "second factor" : "no second factor")}");
        return Exit.Done;
    }

    private static async Task<int> InviteAsync(ParseResult asked, CancellationToken stop)
    {
        if (RolesOf(asked) is not { } roles)
            return Exit.Misused(Unknown(asked));
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var (team, amiss) = await TeamAsync(centre, asked, stop);
        if (amiss is not null)
            return Exit.Misused(amiss);
        var invited = await centre.DoAsync(new InvitePerson(asked.GetValue(Name)!, asked.GetValue(Address)!, roles, team), stop);
        return invited.Allowed ? Print(asked, await AtAsync(centre, asked, stop), invited.Value) : Exit.Refused(invited.Refusals);
    }

    private static async Task<int> LinkAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        if (await FindAsync(centre, asked, deactivated: false, stop) is not { } person)
            return Nobody(asked);
        var renewed = await centre.DoAsync(new RenewInvitation(person.Id), stop);
        return renewed.Allowed ? Print(asked, await AtAsync(centre, asked, stop), renewed.Value) : Exit.Refused(renewed.Refusals);
    }

    private static async Task<int> PlaceAsync(ParseResult asked, CancellationToken stop)
    {
        if (RolesOf(asked) is not { } roles)
            return Exit.Misused(Unknown(asked));
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var (team, amiss) = await TeamAsync(centre, asked, stop);
        return amiss is not null ? Exit.Misused(amiss)
            : await OnPersonAsync(centre, asked, person => new PlacePerson(person, team, roles), "has these roles now", deactivated: false, stop);
    }

    private static async Task<int> OnPersonAsync(
        ParseResult asked, Func<PersonId, IAct<Done>> act, string then, bool deactivated, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        return await OnPersonAsync(centre, asked, act, then, deactivated, stop);
    }

    private static async Task<int> OnPersonAsync(OpenedCentre centre, ParseResult asked, Func<PersonId, IAct<Done>> act, string then,
        bool deactivated, CancellationToken stop)
    {
        if (await FindAsync(centre, asked, deactivated, stop) is not { } person)
            return Nobody(asked);
        if (await centre.DoAsync(act(person.Id), stop) is { Allowed: false } refused)
            return Exit.Refused(refused.Refusals);
        Console.WriteLine(asked.GetValue(OpenedCentre.Json)
            ? JsonSerializer.Serialize(new { person.Id, person.Email }, Json) : $"{person.Name} {then}.");
        return Exit.Done;
    }

    /// <summary>Where people open the centre.</summary>
    public static async Task<string> AtAsync(OpenedCentre centre, ParseResult asked, CancellationToken stop) =>
        asked.GetValue(At)?.GetLeftPart(UriPartial.Authority)
            ?? (await centre.AskAsync(new CentreAddress(), stop)).Value ?? ServeSettings.DefaultUrls;

    private static int Print(ParseResult asked, string at, InvitePerson.Invitation invitation)
    {
        var link = $"{at}/invitations/{invitation.Token}";
        Console.WriteLine(asked.GetValue(OpenedCentre.Json) ? JsonSerializer.Serialize(new { invitation.Person, Link = link }, Json) : link);
        if (!asked.GetValue(OpenedCentre.Json))
            Console.Error.WriteLine("It opens once, within a week, and is not shown again.");
        return Exit.Done;
    }

    private static int Nobody(ParseResult asked) => Exit.Because($"Nobody here signs in with {asked.GetValue(Address)}.");

    private static Role[]? RolesOf(ParseResult asked)
    {
        var roles = asked.GetValue(RoleNames)!.Select(ByName.Of<Role>).ToArray();
        return roles.All(role => role is not null) ? [.. roles.Select(role => role!.Value)] : null;
    }

    private static string Unknown(ParseResult asked) =>
        $"--role: '{asked.GetValue(RoleNames)!.First(word => ByName.Of<Role>(word) is null)}' is no role; there are {string.Join(", ", Roles.All)}.";

    private static async Task<(TeamId? Team, string? Amiss)> TeamAsync(OpenedCentre centre, ParseResult asked, CancellationToken stop)
    {
        if (asked.GetValue(Team) is not { } name)
            return (null, null);
        var teams = (await centre.AskAsync(new PeopleList(), stop)).Value.Teams;
        return teams.FirstOrDefault(team => string.Equals(team.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? (found.Id, null)
            : (null, $"There is no team '{name}'; there are {string.Join(", ", teams.Select(team => team.Name))}.");
    }

    private static async Task<PeopleList.Line?> FindAsync(OpenedCentre centre, ParseResult asked, bool deactivated, CancellationToken stop)
    {
        var address = asked.GetValue(Address)!.Trim();
        return (await AllAsync(centre, deactivated, address, stop))
            .FirstOrDefault(person => string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<List<PeopleList.Line>> AllAsync(OpenedCentre centre, bool deactivated, string? words, CancellationToken stop)
    {
        var all = new List<PeopleList.Line>();
        for (var page = 1; ; page++)
        {
            var listing = (await centre.AskAsync(new PeopleList(words, Deactivated: deactivated, Page: page), stop)).Value;
            all.AddRange(listing.People);
            if (page >= listing.Pages)
                return all;
        }
    }
}
