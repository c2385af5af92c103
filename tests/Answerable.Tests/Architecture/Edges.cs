using System.Reflection;

namespace Answerable.Tests.Architecture;

/// <summary>Finds every type of ours that a type mentions: in its signature and in the body of each of its methods.</summary>
internal static class Edges
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>"Ring.Module" of a type of ours; the ring alone for its root; null for others' types.</summary>
    public static string? ModuleOf(Type type)
    {
        var parts = type.Namespace?.Split('.');
        return parts is not ["Answerable", ..] ? null : parts.Length == 2 ? parts[1] : $"{parts[1]}.{parts[2]}";
    }

    public static IEnumerable<(string From, string To, Type Where)> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        let source = ModuleOf(type)
        where source is not null
        from mentioned in Mentioned(type).SelectMany(Unwrapped).Distinct()
        let to = ModuleOf(mentioned)
        where to is not null && to != source
        select (source, to, type);

    private static IEnumerable<Type> Mentioned(Type type)
    {
        if (type.BaseType is not null)
            yield return type.BaseType;
        foreach (var implemented in type.GetInterfaces())
            yield return implemented;
        foreach (var field in type.GetFields(All))
            yield return field.FieldType;
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            foreach (var mentioned in Mentioned(method))
                yield return mentioned;
    }

    private static IEnumerable<Type> Mentioned(MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            yield return parameter.ParameterType;
        if (method is MethodInfo { ReturnType: var returned })
            yield return returned;
        foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
            yield return local.LocalType;
        foreach (var mentioned in Code.Of(method).SelectMany(Types))
            yield return mentioned;
    }

    private static IEnumerable<Type> Types(MemberInfo member)
    {
        if (member is Type type)
            yield return type;
        if (member.DeclaringType is { } owner)
            yield return owner;
        if (member is MethodInfo { IsGenericMethod: true } generic)
            foreach (var argument in generic.GetGenericArguments())
                yield return argument;
    }

    private static IEnumerable<Type> Unwrapped(Type type)
    {
        if (type.HasElementType)
            return Unwrapped(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrapped).Append(type) : [type];
    }
}
