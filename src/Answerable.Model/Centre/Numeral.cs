using System.Globalization;
using System.Text.RegularExpressions;

namespace Answerable.Model.Centre;

/// <summary>
/// A number as people write it here: 1234.50 or 1,234.50. A comma that does not part thousands may be somebody's point: 0,45 is no number rather
/// than forty-five.
/// </summary>
public static partial class Numeral
{
    /// <returns>Null where it is none.</returns>
    public static decimal? Read(string written) =>
        Form().IsMatch(written) && decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[+-]?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)?(\.[0-9]*)?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
