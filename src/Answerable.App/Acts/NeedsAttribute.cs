using System.Collections.Concurrent;
using System.Reflection;
using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>The permission an act or a reading demands. One without it is refused to everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>What acts and readings demand, for the pages, addresses and buttons that lead to them: it is written on the act alone.</summary>
public static class Needed
{
    private static readonly ConcurrentDictionary<Type, Permission?> Known = new();

    /// <summary>Null where it says nothing, and is refused to everybody.</summary>
    public static Permission? Of(Type asked) =>
        Known.GetOrAdd(asked, static type => type.GetCustomAttribute<NeedsAttribute>()?.Permission);

    public static Permission By<TAsked>() =>
        Of(typeof(TAsked)) ?? throw new InvalidOperationException($"{typeof(TAsked).Name} does not say which permission it needs.");

    /// <summary>Whether they may do this act, or ask this reading.</summary>
    public static bool May<TAsked>(this Actor who) => Of(typeof(TAsked)) is { } permission && who.May(permission);
}
