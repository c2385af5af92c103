namespace Answerable.Model.Procedures;

/// <summary>A fact to note down at a step.</summary>
/// <param name="Name">The name under which later steps and conditions know it.</param>
public sealed record Field(string Name, string Label, FieldType Type, bool Required = false)
{
    public IReadOnlyList<string> Choices { get; init; } = [];
    /// <summary>Personal facts are kept under the customer's own key.</summary>
    public bool Personal { get; init; }

    /// <summary>Why what is typed here in one's own words names nobody, in the designer's words. Without it free text is personal.</summary>
    public string? NotPersonal { get; init; }

    /// <summary>Whether what is noted is kept under the customer's own key: nothing could take it out of the journal again.</summary>
    public bool IsKeptApart() => Personal || TakesFreeText() && NotPersonal.Shown().Length == 0;

    /// <summary>Whether anything can be typed into it, and so a name.</summary>
    public bool TakesFreeText() => Type is FieldType.Text or FieldType.LongText;
}

public enum FieldType
{
    Text = 0,
    LongText = 1,
    /// <summary>An amount in the centre's currency, kept in its smallest unit.</summary>
    Money = 2,
    Number = 3,
    Date = 4,
    Choice = 5,
    Tick = 6,
}
