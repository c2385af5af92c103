using System.Globalization;
using Answerable.Model.Centre;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>Reads what was typed into a step's fields, an empty one as empty; every wrong field has its own sentence.</summary>
public static class FieldReading
{
    /// <summary>A step's fields, with all that is wanting at it said at once.</summary>
    public static Outcome<IReadOnlyList<Noted>> Read(Step step, IReadOnlyDictionary<string, string> typed, bool said, Currency currency)
    {
        var read = Read(step.Fields, typed, currency);
        return Unsaid(step, said) is { } unsaid ? new List<Refusal>([.. read.Refusals, unsaid]) : read;
    }

    /// <summary>Words that must be said and were not ticked.</summary>
    public static Refusal? Unsaid(Step step, bool said) => step.Guideline.MustSay.Length > 0 && !said
        ? new Refusal("walk.must-say", "Say the words as they stand, then tick that you have.", "said")
        : null;

    public static Outcome<IReadOnlyList<Noted>> Read(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> typed, Currency currency)
    {
        var (noted, refusals) = (new List<Noted>(), new List<Refusal>());
        foreach (var field in fields)
        {
            var text = typed.GetValueOrDefault(field.Name, "").Shown();
            var read = text.Length == 0 ? Missing(field) : Read(field, text, currency);
            if (!read.Allowed)
                refusals.AddRange(read.Refusals);
            else
                noted.Add(read.Value);
        }
        return refusals.Count > 0 ? refusals : noted;
    }

    private static Outcome<Noted> Missing(Field field) => field.Required
        ? Wrong(field, "needed", field.Type == FieldType.Tick ? $"Tick \"{field.Label}\" to go on." : $"{field.Label} is needed.")
        : new Noted(field.Name);

    private static Outcome<Noted> Read(Field field, string text, Currency currency) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => text.Length <= 4000
            ? new Noted(field.Name, text)
            : Wrong(field, "too-long", $"{field.Label} is longer than 4,000 characters; shorten it."),
        FieldType.Money => currency.Read(text) is { } pence
            ? new Noted(field.Name, pence.ToString(CultureInfo.InvariantCulture))
            : Wrong(field, "not-money", $"{field.Label} {currency.Unread(text)}."),
        FieldType.Number => Numeral.Read(text.Trim()) is { } number
            ? new Noted(field.Name, number.ToString(CultureInfo.InvariantCulture))
            : Wrong(field, "not-a-number", $"{field.Label} is not a number: write it as 12 or 12.5."),
        FieldType.Date => DateOf(field, text),
        FieldType.Choice => field.Choices.Contains(text)
            ? new Noted(field.Name, text)
            : Wrong(field, "not-a-choice", $"Choose one of the answers for {field.Label}."),
        FieldType.Tick => new Noted(field.Name, text is "on" or "yes" or "true" ? "yes" : null),
    };

    private static Outcome<Noted> DateOf(Field field, string text)
    {
        foreach (var form in new[] { "yyyy-MM-dd", "d/M/yyyy", "d MMM yyyy", "d MMMM yyyy" })
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return new Noted(field.Name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Wrong(field, "not-a-date", $"{field.Label} is not a date: write it as 09/10/2026.");
    }

    private static Refusal Wrong(Field field, string code, string text) => new($"field.{code}", text, field.Name);
}
