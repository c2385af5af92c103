using System.Text.Json.Serialization;

namespace Answerable.Model.Conduct;

/// <summary>A fact noted down at a step: its value as written canonically, or, where it is personal, the place where it is kept.</summary>
/// <param name="Value">Pence for money, ISO dates, <c>yes</c> for ticks; null where the fact is personal or left empty.</param>
/// <param name="Kept">Where a personal value is kept under the customer's key.</param>
public sealed record Noted(string Field, string? Value = null, Guid? Kept = null)
{
    [JsonIgnore]
    public bool Empty => string.IsNullOrEmpty(Value) && Kept is null;
}
