using System.Runtime.CompilerServices;

namespace Answerable.DatabaseTests;

/// <summary>All databases of the tests share a master key, in the surroundings: they are copied from one another.</summary>
internal static class KeyOfTests
{
    public static readonly string Base64 = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    [ModuleInitializer]
    internal static void Give() => Environment.SetEnvironmentVariable("ANSWERABLE_KEY", Base64);
}
