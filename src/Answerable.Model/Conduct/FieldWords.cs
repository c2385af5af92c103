using System.Globalization;
using Answerable.Model.Centre;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>A noted value as people read it, and as its field is filled in again.</summary>
public static class FieldWords
{
    public static string Of(Field field, string value, Currency currency) => field.Type switch
    {
        FieldType.Money when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var pence) => currency.Words(pence),
        FieldType.Date when Day(value) is { } day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        FieldType.Tick => value == "yes" ? "Yes" : "No",
        _ => value,
    };

    /// <summary>What stands in the field when it is shown again: an amount in units and parts, a date as the browser writes it.</summary>
    public static string Typed(Field field, string value, Currency currency) => field.Type switch
    {
        FieldType.Money when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var pence) => currency.Typed(pence),
        _ => value,
    };

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
