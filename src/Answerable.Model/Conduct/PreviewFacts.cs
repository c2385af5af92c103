using System.Globalization;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>
/// The facts of a step that a preview does not ask for, filled with what would be taken; only the amount that authority is judged by
/// is asked.
/// </summary>
public static class PreviewFacts
{
    public static Field? AmountOf(Step step) =>
        step.Authority is { AmountField: { } name } ? step.Fields.FirstOrDefault(field => field.Name == name && field.Type == FieldType.Money) : null;

    public static IReadOnlyList<Noted> Of(Step step, long? pence, DateTimeOffset at)
    {
        var amount = AmountOf(step);
        return [.. step.Fields.Where(field => field.Required || field == amount)
            .Select(field => new Noted(field.Name, field == amount ? Written(pence) : ValueOf(field, at)))];
    }

    private static string ValueOf(Field field, DateTimeOffset at) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => "-",
        FieldType.Money or FieldType.Number => "0",
        FieldType.Date => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Choice => field.Choices.Count > 0 ? field.Choices[0] : "-",
        FieldType.Tick => "yes",
    };

    private static string? Written(long? pence) => pence?.ToString(CultureInfo.InvariantCulture);
}
