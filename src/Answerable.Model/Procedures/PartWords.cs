namespace Answerable.Model.Procedures;

public static class PartWords
{
    public static string Words(this Strictness strictness) => strictness switch
    {
        Strictness.Strict => "Strict: may not be left out",
        Strictness.Advised => "Advised: leaving it out asks for a reason",
        Strictness.Optional => "Optional: may be left out",
    };

    public static string Words(this FieldType type) => type switch
    {
        FieldType.Text => "Text",
        FieldType.LongText => "Long text",
        FieldType.Money => "Money",
        FieldType.Number => "Number",
        FieldType.Date => "Date",
        FieldType.Choice => "Choice",
        FieldType.Tick => "Tick",
    };
}
