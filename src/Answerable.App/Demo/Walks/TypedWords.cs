using System.Globalization;
using Answerable.Model.Procedures;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Walks;

/// <summary>What agents type into the fields of a step. Places, names and numbers are invented; telephone numbers are those kept for drama.</summary>
internal static class TypedWords
{
    private static readonly string[] Streets =
        ["Mill Lane", "Weavers Row", "Vale Road", "Chapel Brow", "Fenwick Green", "Tannery Court", "Kiln Street", "Priory Close"];
    private static readonly string[] Callers =
        ["Mrs Dyson", "Mr Aldridge", "Ms Kaur", "Mr Pemberton", "Mrs Eze", "Miss Lindley", "Mr Novak", "Dr Farrow"];
    private static readonly string[] Remarks =
    [
        "Has told us twice before and would like it to be the last time.",
        "Noticed it on coming home at the weekend.",
        "Would rather be rung in the afternoon, works nights.",
        "A neighbour has had the same trouble.",
    ];

    /// <summary>Usual amounts in pounds, lowest and highest, by the field's name.</summary>
    private static readonly Dictionary<string, (int Low, int High)> Amounts = new()
    {
        ["refund"] = (12, 85),
        ["credit"] = (8, 60),
        ["paid_back"] = (0, 38),
        ["credited"] = (20, 70),
        ["goodwill"] = (10, 32),
        ["grant"] = (15, 60),
        ["redress"] = (0, 30),
        ["debt"] = (140, 1_200),
        ["instalment"] = (25, 140),
        ["written_off"] = (2, 16),
        ["new_bill"] = (64, 310),
        ["price"] = (28, 56),
        ["moved"] = (14, 80),
        ["loss"] = (30, 240),
    };

    private static readonly Dictionary<string, (int Low, int High)> Counts = new()
    {
        ["adults"] = (1, 3),
        ["item_count"] = (1, 6),
        ["hours_left"] = (3, 20),
        ["litres"] = (20, 50),
    };

    public static IReadOnlyDictionary<string, string> Of(Step step, RandomStream chance, DateTimeOffset now) =>
        step.Fields.ToDictionary(field => field.Name, field => Of(field, chance, now));

    private static string Of(Field field, RandomStream chance, DateTimeOffset now) => field.Type switch
    {
        FieldType.Money => Between(Amounts.GetValueOrDefault(field.Name, (10, 40)), chance) + (chance.Chance(0.4) ? ".00" : ".50"),
        FieldType.Number => Between(Counts.GetValueOrDefault(field.Name, (240, 1_900)), chance),
        FieldType.Date => now.AddDays(1 + chance.Below(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Choice => field.Choices[chance.Below(field.Choices.Count)],
        FieldType.Tick => field.Required || chance.Chance(0.5) ? "yes" : "",
        FieldType.LongText => Remarks[chance.Below(Remarks.Length)],
        _ => Text(field.Name, chance),
    };

    private static string Text(string name, RandomStream chance) => name switch
    {
        "account" => $"FV-{410_000 + chance.Below(90_000)}",
        "registration" => $"FV{50 + chance.Below(25)} {(char)('A' + chance.Below(26))}{(char)('A' + chance.Below(26))}Y",
        "caller" => $"{Callers[chance.Below(Callers.Length)]}, 01632 960{chance.Below(1000):000}",
        "access" => "Side gate is open; beware of the step.",
        "trace" => $"TR-{10_000 + chance.Below(90_000)}",
        "emergency_reference" or "fraud_reference" => $"REF-{1_000 + chance.Below(9_000)}",
        "call_at" => "16:30 today, on 07700 900" + chance.Below(1000).ToString("000", CultureInfo.InvariantCulture),
        _ => $"{2 + chance.Below(140)} {Streets[chance.Below(Streets.Length)]}, Fenwick",
    };

    private static string Between((int Low, int High) range, RandomStream chance) =>
        (range.Low + chance.Below(range.High - range.Low + 1)).ToString(CultureInfo.InvariantCulture);
}
