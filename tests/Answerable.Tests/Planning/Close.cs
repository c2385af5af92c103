using System.Globalization;

namespace Answerable.Tests.Planning;

internal static class Close
{
    /// <summary>Fails, naming the value, unless it is within a relative distance of the expected one.</summary>
    public static void To(string expected, double? actual, double relative, string what) =>
        To(double.Parse(expected, CultureInfo.InvariantCulture), actual, relative, what);

    public static void To(double expected, double? actual, double relative, string what) =>
        Assert.True(actual is { } value && Math.Abs(value - expected) <= relative * Math.Abs(expected),
            $"{what}: {actual:R} is not within {relative:R} of {expected:R}");
}
