using System.Globalization;
using Answerable.Analysis.Planning.Erlang;
using Answerable.Analysis.Planning.Sizing;
using Answerable.Model;

namespace Answerable.App.Planning;

/// <summary>A day and the knobs as an address holds them: the same words mean the same setting wherever they are kept.</summary>
/// <param name="Day">The day looked at; the first ahead where none is named.</param>
public sealed record BenchSetting(DateOnly? Day, SizingKnobs Knobs)
{
    public static readonly IReadOnlyList<(ServiceLevelDefinition Definition, string Name, string Words)> Definitions =
    [
        (ServiceLevelDefinition.OfOffered, "offered", "answered in time, of all offered (F3)"),
        (ServiceLevelDefinition.OfAnswered, "answered", "answered in time, of those answered (F2)"),
        (ServiceLevelDefinition.AbandonsCountedIn, "abandons-in", "answered or gone in time, of all offered (F1)"),
        (ServiceLevelDefinition.AbandonsInTimeExcluded, "in-time-out", "answered in time, of all but those gone in time (F4)"),
        (ServiceLevelDefinition.ShortAbandonsExcluded, "short-out", "answered in time, of all but those gone within 5 s (F6)"),
    ];

    /// <summary>By the names they have in an address; said at the field and held to wherever a setting is read.</summary>
    public static readonly IReadOnlyDictionary<string, KnobRange> Ranges = new Dictionary<string, KnobRange>
    {
        ["demand"] = new(-99, 900, "%"),
        ["aht"] = new(0.1, 86_400, "s"),
        ["patience"] = new(0.1, 86_400, "s"),
        ["shrinkage"] = new(0, 99.9, "%"),
        ["level"] = new(1, 99.9, "%"),
        ["within"] = new(0, 86_400, "s"),
        ["occupancy"] = new(5, 100, "%"),
        ["pay"] = new(0, 10_000, ""),
    };

    /// <summary>Reads a setting; each word that is not understood is refused by its name.</summary>
    public static Outcome<BenchSetting> Read(IReadOnlyDictionary<string, string> words)
    {
        var read = new SettingReader(words);
        var usual = new SizingKnobs();
        var knobs = usual with
        {
            DemandChange = read.Percent("demand", "Demand") ?? usual.DemandChange,
            HandlingSeconds = read.Number("aht", "Handling time") ?? usual.HandlingSeconds,
            PatienceSeconds = read.Cleared("patience") ? null : read.Number("patience", "Patience") ?? usual.PatienceSeconds,
            Shrinkage = read.Percent("shrinkage", "Shrinkage") ?? usual.Shrinkage,
            Service = new ServiceGoal(
                read.Percent("level", "Service level") ?? usual.Service.Level, read.Number("within", "Answer within") ?? usual.Service.Seconds,
                read.OneOf("definition", "What the service level is of", Definitions.Select(known => (known.Name, known.Definition)))
                    ?? usual.Service.Definition),
            Occupancy = read.Percent("occupancy", "The occupancy cap", needed: false),
            PayPerHour = read.Number("pay", "Pay") ?? usual.PayPerHour,
            DaysVary = words.GetValueOrDefault("vary") == "1",
            Staffed = read.OneOf("staff", "Staffing", [("requirement", StaffedBy.Requirement), ("shifts", StaffedBy.Shifts)]) ?? usual.Staffed,
        };
        var day = read.Date("day", "Day");
        return read.Refusals.Count > 0 ? read.Refusals : new BenchSetting(day, knobs);
    }

    /// <summary>Reads a setting as an address holds it.</summary>
    public static Outcome<BenchSetting> Parse(string text) => Read(text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('=', 2)).ToDictionary(word => word[0], word => Uri.UnescapeDataString(word.ElementAtOrDefault(1) ?? "")));

    /// <summary>The setting as an address holds it, in one order.</summary>
    public string Text => string.Join('&', Words().Select(word => $"{word.Name}={Uri.EscapeDataString(word.Value)}"));

    /// <summary>The setting word for word, every knob named.</summary>
    public IEnumerable<(string Name, string Value)> Words()
    {
        if (Day is { } day)
            yield return ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("demand", Said(Knobs.DemandChange * 100));
        yield return ("aht", Said(Knobs.HandlingSeconds));
        yield return ("patience", Knobs.PatienceSeconds is { } patience ? Said(patience) : "");
        yield return ("shrinkage", Said(Knobs.Shrinkage * 100));
        yield return ("level", Said(Knobs.Service.Level * 100));
        yield return ("within", Said(Knobs.Service.Seconds));
        yield return ("definition", Definitions.First(known => known.Definition == Knobs.Service.Definition).Name);
        yield return ("occupancy", Knobs.Occupancy is { } cap ? Said(cap * 100) : "");
        yield return ("pay", Said(Knobs.PayPerHour));
        yield return ("staff", Knobs.Staffed == StaffedBy.Shifts ? "shifts" : "requirement");
        if (Knobs.DaysVary)
            yield return ("vary", "1");
    }

    /// <summary>Without the last digits that a percentage's division leaves.</summary>
    private static string Said(double value) => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture);
}
