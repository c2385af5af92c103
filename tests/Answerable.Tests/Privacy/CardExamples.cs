using System.Text.Json;

namespace Answerable.Tests.Privacy;

/// <summary>One table of what is masked and what is left alone, for the server's mask and for the browser's.</summary>
internal static class CardExamples
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static readonly IReadOnlyList<Example> All = JsonSerializer.Deserialize<List<Example>>(
        File.ReadAllText(Repository.Path("tests/Answerable.Tests/Privacy/card-examples.json")), Web)!;

    public sealed record Example(string Typed, string Kept);
}
