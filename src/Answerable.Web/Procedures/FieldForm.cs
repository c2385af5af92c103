using Answerable.Model.Procedures;

namespace Answerable.Web.Procedures;

/// <summary>A fact to note down, as a form holds it.</summary>
public sealed class FieldForm
{
    public string? Name { get; set; }
    public string? Label { get; set; }
    public FieldType Type { get; set; }
    public bool Required { get; set; }
    public bool Personal { get; set; }
    public string? NotPersonal { get; set; }
    public string? Choices { get; set; }
    public bool Remove { get; set; }

    public bool Empty => Remove || (string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Label));

    public static FieldForm Of(Field field) => new()
    {
        Name = field.Name,
        Label = field.Label,
        Type = field.Type,
        Required = field.Required,
        Personal = field.Personal,
        NotPersonal = field.NotPersonal,
        Choices = string.Join('\n', field.Choices),
    };

    public Field Field() => new(string.IsNullOrWhiteSpace(Name) ? NameFrom(Label ?? "") : Name.Trim(), Label ?? "", Type, Required)
    {
        Personal = Personal,
        NotPersonal = string.IsNullOrWhiteSpace(NotPersonal) || Type is not (FieldType.Text or FieldType.LongText) ? null : NotPersonal.Trim(),
        Choices = Type == FieldType.Choice ? GuidelineForm.Lines(Choices) : [],
    };

    // "Meter reading" becomes meter_reading: designers think in labels, steps refer by name.
    private static string NameFrom(string label) => string.Join('_', new string([.. label.ToLowerInvariant()
        .Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
