using System.Globalization;
using System.Text.Json;

namespace Answerable.Analysis.Rehearsal;

/// <summary>One object of a scenario file with its place in it. Each reading gives a value to go on with and notes what is wrong.</summary>
internal sealed class ScenarioNode(string path, JsonElement element, List<string> problems)
{
    private const double Largest = 1e9;

    private readonly bool isObject =
        NoteUnless(element.ValueKind == JsonValueKind.Object, path.Length == 0 ? "The file" : path, "must be an object in braces", problems);

    public bool Has(string field) => isObject && element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Notes every field that is not one of these, and those given twice.</summary>
    public void Only(params string[] fields)
    {
        if (!isObject)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!fields.Contains(property.Name))
                Note(property.Name, $"is not a field here; the fields are {string.Join(", ", fields)}");
            else if (!seen.Add(property.Name))
                Note(property.Name, "is given twice");
        }
    }

    public void Require(bool holds, string field, string otherwise)
    {
        if (!holds)
            Note(field, otherwise);
    }

    public string Text(string field, string? otherwise = null)
    {
        if (!Has(field))
        {
            if (otherwise is null)
                Missing(field);
            return otherwise ?? "";
        }
        var value = element.GetProperty(field);
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Note(field, $"must be text in quotes, but is {Short(value)}");
        return otherwise ?? "";
    }

    public bool Flag(string field)
    {
        if (!Has(field))
            return false;
        var value = element.GetProperty(field);
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Note(field, $"must be true or false, but is {Short(value)}");
        return value.ValueKind == JsonValueKind.True;
    }

    public double Positive(string field, double? otherwise = null) => Number(field, value => value > 0, "a positive number", otherwise, 1);

    public double NotNegative(string field, double otherwise) => Number(field, value => value >= 0, "a number, 0 or more", otherwise, 0);

    public double Probability(string field) => Number(field, value => value <= 1 && value >= 0, "a probability from 0 to 1", null, 0);

    public int Whole(string field, int least, int? otherwise = null) =>
        (int)Number(field, value => value >= least && value == Math.Floor(value), $"a whole number, {least} or more", otherwise, Math.Max(least, 1));

    public double TimeOfDay(string field, double? otherwise = null)
    {
        if (!Has(field) && otherwise is { } usual)
            return usual;
        var text = Text(field);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.ToTimeSpan().TotalSeconds;
        if (text.Length > 0)
            Note(field, $"must be a time of day such as 08:30, but is \"{text}\"");
        return 0;
    }

    public ScenarioNode? Object(string field)
    {
        if (!Has(field))
        {
            Missing(field);
            return null;
        }
        return new ScenarioNode(Place(field), element.GetProperty(field), problems);
    }

    public IEnumerable<ScenarioNode> List(string field) =>
        Items(field).Select((item, place) => new ScenarioNode($"{Place(field)}[{place}]", item, problems)).ToArray();

    public IReadOnlyList<double> Numbers(string field) =>
        [.. Items(field).Select((item, place) => Value($"{field}[{place}]", item, value => value >= 0, "a number, 0 or more", 0))];

    public IReadOnlyList<int> Wholes(string field) =>
        [.. Items(field).Select((item, place) =>
            (int)Value($"{field}[{place}]", item, value => value >= 0 && value == Math.Floor(value), "a whole number, 0 or more", 0))];

    public IReadOnlyList<string> Texts(string field) =>
        [.. Items(field).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : Short(item))];

    private JsonElement[] Items(string field)
    {
        if (!Has(field))
        {
            Missing(field);
            return [];
        }
        var value = element.GetProperty(field);
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            return [.. value.EnumerateArray()];
        Note(field, "must be a list in square brackets with at least one entry");
        return [];
    }

    private double Number(string field, Func<double, bool> allowed, string wanted, double? otherwise, double stopgap)
    {
        if (Has(field))
            return Value(field, element.GetProperty(field), allowed, wanted, stopgap);
        if (otherwise is null)
            Missing(field);
        return otherwise ?? stopgap;
    }

    private double Value(string field, JsonElement value, Func<double, bool> allowed, string wanted, double stopgap)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= Largest && allowed(number))
            return number;
        Note(field, $"must be {wanted}, but is {Short(value)}");
        return stopgap;
    }

    private void Missing(string field)
    {
        if (isObject)
            Note(field, "is missing");
    }

    private string Place(string field) => path.Length == 0 ? field : $"{path}.{field}";

    private void Note(string field, string wrong) => NoteUnless(false, Place(field), wrong, problems);

    private static bool NoteUnless(bool holds, string place, string wrong, List<string> problems)
    {
        if (!holds)
            problems.Add($"{place} {wrong}.");
        return holds;
    }

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 40 ? text : text[..40] + "...";
    }
}
