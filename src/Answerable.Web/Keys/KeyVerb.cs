using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Keys;

internal static class KeyVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What the key is for, such as the telephony system's name." };
    private static readonly Option<string?> Source =
        new("--source") { Description = "The system's name in the journal, where a new key takes over from an old one; else the key's name." };
    private static readonly Option<string?> Owner =
        new("--owner") { Description = "The e-mail address of the person whose key it is; none for a system." };
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true, Converters = { new StrongIdJson() } };

    public static Command Create()
    {
        var create = new Command("create", "Makes a key and prints its secret, once.") { Name, Source, Owner, OpenedCentre.Json };
        create.SetAction(CreateAsync);
        var list = new Command("list", "The keys in use and those revoked.") { OpenedCentre.Json };
        list.SetAction(ListAsync);
        var revoke = new Command("revoke", "Ends a key by its name or id.") { Name };
        revoke.SetAction(RevokeAsync);
        return new Command("key", "Keys by which other systems deliver contact events.") { create, list, revoke };
    }

    private static async Task<int> CreateAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        PersonId? owner = null;
        if (asked.GetValue(Owner) is { } email)
        {
            var found = (await centre.AskAsync(new PeopleList(Words: email), stop)).Value.People;
            owner = found.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase))?.Id;
            if (owner is null)
                return Exit.Because($"Nobody here has the e-mail address {email}.");
        }
        var created = await centre.DoAsync(new CreateKey(asked.GetValue(Name)!, asked.GetValue(Source), owner), stop);
        if (!created.Allowed)
            return Exit.Refused(created.Refusals);
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(new { Id = created.Value.Key, Name = asked.GetValue(Name), created.Value.Secret }, Json));
        else
        {
            Console.WriteLine(created.Value.Secret);
            await Console.Error.WriteLineAsync("Keep it well: it is shown this once. Send it as: Authorization: Bearer ak_...");
        }
        return Exit.Done;
    }

    private static async Task<int> ListAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var keys = (await centre.AskAsync(new KeyList(), stop)).Value;
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(keys, Json));
        else if (keys.Count == 0)
            Console.WriteLine("No keys yet. Make one with: key create NAME");
        else
            foreach (var key in keys)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{key.Id}  {key.Name}  source {key.Source}  created {key.CreatedAt:yyyy-MM-dd}  last used {key.LastUsedAt:yyyy-MM-dd HH:mm}  " +
                    $"{(key.RevokedAt is { } at ? $"revoked {at:yyyy-MM-dd}{(key.RevokedWhy is { } why ? $": {why}" : "")}" : "in use")}"));
        return Exit.Done;
    }

    private static async Task<int> RevokeAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var named = asked.GetValue(Name)!;
        var key = (await centre.AskAsync(new KeyList(), stop)).Value.FirstOrDefault(key =>
            key.RevokedAt is null && (key.Name == named || key.Id.ToString() == named));
        if (key is null)
            return Exit.Because($"There is no key '{named}' in use.");
        var done = await centre.DoAsync(new RevokeKey(key.Id), stop);
        if (!done.Allowed)
            return Exit.Because(string.Join(" ", done.Refusals));
        Console.WriteLine($"The key '{key.Name}' is revoked.");
        return Exit.Done;
    }
}
