using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Analysis.Planning.Cover;

namespace Answerable.Web.Planning;

/// <summary>
/// A day to cover as written in JSON, or several under <c>instances</c>; what an instance leaves out it takes from the file. Without shifts of
/// its own a file has the usual kinds.
/// </summary>
internal sealed record CoverFile(
    string? Id, int[]? Required, ShiftFile[]? Shifts, double? UnderCost, double? OverCost, CoverFile[]? Instances)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a file; or one sentence on why it cannot be read.</summary>
    public static (CoverFile? File, string? Refusal) Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<CoverFile>(stream, Json) switch
            {
                null => (null, $"{path} holds nothing."),
                { Instances.Length: 0 } => (null, $"{path}: instances must hold at least one day."),
                { Instances: { } days } when Array.IndexOf(days, null) is >= 0 and var at => (null, $"{path}: instances[{at}] is null."),
                { } file => (file, null),
            };
        }
        catch (JsonException broken)
        {
            return (null, $"{path}, line {broken.LineNumber + 1}{Place(broken.Path)}not what a cover file holds there.");
        }
    }

    // The reader writes $.instances[3].to; the rest of this file's sentences leave the sign for the whole out.
    private static string Place(string? path) => path is ['$', '.', .. var place] ? $", at {place}: " : ": ";

    /// <summary>Whether the file holds several days.</summary>
    [JsonIgnore]
    public bool IsSeveral => Instances is not null;

    /// <summary>The days, each with where in the file it stands.</summary>
    public IEnumerable<(string Where, CoverDay Day)> Days() => Instances is null
        ? [("", Day(this, ""))]
        : Instances.Select((instance, number) => ($"instances[{number}].", Day(instance, $"{number}")));

    private CoverDay Day(CoverFile instance, string number) =>
        new(instance.Id ?? Id ?? $"day{number}", instance.Required ?? Required ?? [],
            [.. (instance.Shifts ?? Shifts)?.Select(shift => shift.Kind()) ?? ShiftKind.Usual])
        {
            UnderCost = instance.UnderCost ?? UnderCost,
            OverCost = instance.OverCost ?? OverCost ?? 0,
        };
}

/// <summary>A kind of shift as written in JSON; lengths, offsets and starts in intervals.</summary>
internal sealed record ShiftFile(
    string? Name, int Length, int MealLength, int[]? MealOffsets, double? Cost, double? MaxShare, int EarliestStart, int? LatestStart)
{
    public ShiftKind Kind() => new(Name ?? "", Length)
    {
        MealLength = MealLength,
        MealOffsets = MealOffsets ?? [],
        Cost = Cost,
        MaxShare = MaxShare,
        EarliestStart = EarliestStart,
        LatestStart = LatestStart,
    };
}
