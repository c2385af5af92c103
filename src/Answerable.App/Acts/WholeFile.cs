using System.Globalization;
using Answerable.Model;

namespace Answerable.App.Acts;

/// <summary>A table to download is whole, or it is refused: nothing in a file could say that something was left out.</summary>
internal static class WholeFile
{
    /// <param name="less">How to ask for less.</param>
    public static Refusal TooMany(int rows, int most, string less) =>
        new("file.too-many", string.Create(CultureInfo.InvariantCulture, $"There are {rows:N0} rows, and a file holds {most:N0} at most. {less}"));
}
