using System.Text.Json;
using Answerable.Model.Journal;

namespace Answerable.Model.Conduct;

/// <summary>A walk put down in writing and taken up again, the same. Walks lie for weeks, over releases: what is written carries the number of its
/// form.</summary>
public static class WalkJson
{
    /// <summary>One more with each change by which an earlier reader would misread a walk. 0.1.0 wrote the bare walk, without a number: form
    /// 1.</summary>
    public const int Form = 2;

    private const string Numbered = "{\"form\":";

    private sealed record Kept(int Form, Walk? Walk);

    public static string Write(Walk walk) => JsonSerializer.Serialize(new Kept(Form, walk), KeptJson.Options);

    public static Walk Read(string json)
    {
        if (!json.StartsWith(Numbered, StringComparison.Ordinal))
            return JsonSerializer.Deserialize<Walk>(json, KeptJson.Options) ?? throw NoWalk();
        var kept = JsonSerializer.Deserialize<Kept>(json, KeptJson.Options)!;
        return kept.Form <= Form
            ? kept.Walk ?? throw NoWalk()
            : throw new FormatException($"This walk was put down by a later Answerable (form {kept.Form}); this one reads forms up to {Form}.");
    }

    private static FormatException NoWalk() => new("A walk is kept as an object.");
}
