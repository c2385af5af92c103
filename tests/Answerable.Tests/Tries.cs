using System.Globalization;
using FsCheck;

namespace Answerable.Tests;

/// <summary>How often a property is tried: in full in a run of the tests, in part where hundreds of runs each ask only whether one changed line is
/// noticed (./do mutate says which part).</summary>
internal static class Tries
{
    private static readonly int Part =
        int.TryParse(Environment.GetEnvironmentVariable("ANSWERABLE_TRIES_PART"), CultureInfo.InvariantCulture, out var part) ? part : 1;

    public static Config Of(int times) => Config.QuickThrowOnFailure.WithMaxTest(Math.Max(1, times / Part));
}
