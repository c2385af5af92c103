using Answerable.Model.Conduct;
using Answerable.Model.Procedures;

namespace Answerable.Web.Shared;

/// <summary>Reads an amount as people type it.</summary>
internal static class Pounds
{
    /// <summary>False where it is no amount; null pence where nothing was typed.</summary>
    public static bool TryRead(string? typed, out long? pence)
    {
        pence = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        var read = FieldReading.Read([new Field("amount", "Amount", FieldType.Money)], new Dictionary<string, string> { ["amount"] = typed });
        if (!read.Allowed)
            return false;
        pence = long.Parse(read.Value[0].Value!, System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }
}
