using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.Work;

/// <summary>How work and who asked for it are kept: by names, which outlive a change of order.</summary>
internal static class WorkJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private sealed record Asker(PersonId? Person, string Name, IReadOnlyList<Role> Roles, TeamId? Team, IReadOnlyList<Permission> Granted);

    public static string Write(IWork work) => JsonSerializer.Serialize(work, work.GetType(), Options);

    /// <summary>An act that is not done yet.</summary>
    public static string Write(IAct act) => JsonSerializer.Serialize(act, act.GetType(), Options);

    public static TKept Read<TKept>(string body) => JsonSerializer.Deserialize<TKept>(body, Options)!;

    public static string Write(Actor who) => JsonSerializer.Serialize(new Asker(who.Person, who.Name, who.Roles, who.Team, who.Granted), Options);

    public static Actor ReadActor(string who)
    {
        var asker = JsonSerializer.Deserialize<Asker>(who, Options)!;
        return new Actor(asker.Person, asker.Name, asker.Roles, asker.Team, asker.Granted);
    }
}
