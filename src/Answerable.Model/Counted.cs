using System.Globalization;

namespace Answerable.Model;

/// <summary>A number with what it counts, as it is said: 1 key, 2 keys, 1,200 people.</summary>
public static class Counted
{
    /// <param name="count">How many.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="many">What several are called, where an s does not make it.</param>
    public static string Of(long count, string one, string? many = null) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";
}
