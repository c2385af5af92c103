using Answerable.Model.People;

namespace Answerable.Web.Shared;

/// <summary>The loop as navigation, with Plan, Comply and People beside it. Only what works and is open to the one who looks.</summary>
internal static class Navigation
{
    public sealed record Group(string Name, IReadOnlyList<Entry> Entries);

    public static readonly IReadOnlyList<string> Groups = ["", "Design", "Deliver", "Monitor", "Improve", "Plan", "Comply", "People", "Administer"];

    private static readonly ILookup<string, Entry> Entries =
        Modules.All.SelectMany(module => module.Entries).OrderBy(entry => entry.Place).ToLookup(entry => entry.Group);

    public static IEnumerable<Group> For(Actor who) => Groups
        .Select(name => new Group(name, [.. Entries[name].Where(entry => who.May(entry.Permission))]))
        .Where(group => group.Entries.Count > 0);

    /// <summary>The page of the navigation beneath which an address lies.</summary>
    public static Entry? Current(Actor who, PathString path) => For(who).SelectMany(group => group.Entries)
        .Where(entry => IsCurrent(entry, path))
        .MaxBy(entry => entry.Url.Length);

    public static bool IsCurrent(Entry entry, PathString path) =>
        entry.Url == "/" ? path == "/" : path.StartsWithSegments(entry.Url);
}
