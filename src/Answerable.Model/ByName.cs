using System.Collections.Frozen;

namespace Answerable.Model;

/// <summary>Reads one of a set of values by its name, whatever its capitals: the only way a word from outside becomes one. The framework's own
/// reading also takes numbers, which may be of no value there is, and lists, whose values it adds up to yet another.</summary>
public static class ByName
{
    public static T? Of<T>(string? name) where T : struct, Enum =>
        name is not null && Names<T>.All.TryGetValue(name, out var value) ? value : null;

    /// <summary>One that we wrote ourselves: where it is none, what was kept is broken.</summary>
    public static T Kept<T>(string name) where T : struct, Enum =>
        Of<T>(name) ?? throw new InvalidDataException($"'{name}' is no {typeof(T).Name}.");

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> All =
            Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
