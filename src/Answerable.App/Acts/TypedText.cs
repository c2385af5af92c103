using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.Privacy;

namespace Answerable.App.Acts;

/// <summary>
/// What people type into acts, with card data masked before anything else sees it: every text of an act and of what it holds, names and reasons like
/// notes. An act needs to do nothing for it, nor for what is longer than anybody types; only what is marked as compared to the letter is left as it
/// is.
/// </summary>
internal static class TypedText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Words = new();
    private static readonly ConcurrentDictionary<PropertyInfo, object?> Wanted = new();

    /// <summary>What stands against a text of the act that nobody typed, so long is it: kept, the journal would hold it for good.</summary>
    public static Refusal? TooLong(object act) => FieldTooLong(act, "") is { } field ? LongText.Refused(field) : null;

    private static string? FieldTooLong(object? value, string field) => value switch
    {
        string text => text.Length > LongText.Most ? field : null,
        IReadOnlyDictionary<string, string> pairs => pairs.Values.Select(text => FieldTooLong(text, field))
            .FirstOrDefault(found => found is not null),
        IList { Count: > 0 } list when MayHoldText(ElementOf(list)) =>
            list.Cast<object?>().Select(one => FieldTooLong(one, field)).FirstOrDefault(found => found is not null),
        not null when IsOurs(value.GetType()) => Parts.GetOrAdd(value.GetType(), PartsOf)
            .Select(property => FieldTooLong(property.GetValue(value), property.Name)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>The same act where nothing is masked, else a copy with what is.</summary>
    public static T Of<T>(T act) where T : notnull => (T)Masked(act)!;

    private static object? Masked(object? value) => value switch
    {
        null => null,
        string text => CardMask.Apply(text) is var masked && masked == text ? value : masked,
        IReadOnlyDictionary<string, string> pairs => pairs.Values.Any(CardMask.Holds)
            ? pairs.ToDictionary(pair => pair.Key, pair => CardMask.Apply(pair.Value))
            : value,
        IList { Count: > 0 } list when MayHoldText(ElementOf(list)) => OfList(list),
        _ when IsOurs(value.GetType()) => OfRecord(value, Parts.GetOrAdd(value.GetType(), PartsOf)),
        _ => value,
    };

    /// <summary>The same fact where nothing people typed into it is masked, else a copy with what is: an act may put it together from rows.</summary>
    public static Fact Told(Fact fact) => Words.GetOrAdd(fact.GetType(), WordsOf) is { Length: > 0 } words ? (Fact)OfRecord(fact, words) : fact;

    private static object OfRecord(object record, PropertyInfo[] parts)
    {
        object? copy = null;
        foreach (var property in parts)
        {
            var value = property.GetValue(record);
            if ((value is null ? LeftOut(property) : Masked(value)) is var masked && !ReferenceEquals(masked, value))
                property.SetValue(copy ??= Copied(record), masked);
        }
        return copy ?? record;
    }

    /// <summary>What a form did not send at all stands empty in the act, which then says at its field that it is wanted.</summary>
    private static object? LeftOut(PropertyInfo property) => Wanted.GetOrAdd(property, static one =>
        new NullabilityInfoContext().Create(one).ReadState != NullabilityState.NotNull ? null
        : one.PropertyType == typeof(string) ? ""
        : one.PropertyType is { IsGenericType: true, IsInterface: true } list && list.IsAssignableFrom(
            list.GetGenericArguments()[0].MakeArrayType()) ? Array.CreateInstance(list.GetGenericArguments()[0], 0)
        : null);

    private static IList OfList(IList list)
    {
        Array? copy = null;
        for (var at = 0; at < list.Count; at++)
            if (Masked(list[at]) is var masked && !ReferenceEquals(masked, list[at]))
            {
                if (copy is null)
                    list.CopyTo(copy = Array.CreateInstance(ElementOf(list), list.Count), 0);
                copy.SetValue(masked, at);
            }
        return copy ?? list;
    }

    private static PropertyInfo[] PartsOf(Type type) => type.GetMethod("<Clone>$") is null ? [] :
        [.. type.GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0
            && !ToTheLetterAttribute.Marks(property) && MayHoldText(property.PropertyType))];

    private static PropertyInfo[] WordsOf(Type fact)
    {
        var typed = TypedAttribute.Of(fact);
        return [.. fact.GetProperties().Where(property => typed.Contains(property.Name))];
    }

    private static bool MayHoldText(Type type) => type == typeof(string) || (!type.IsValueType && (IsOurs(type) || type.IsInterface || type.IsArray));

    // A value type's box is another each time it is read, and holds ids, dates and numbers.
    private static bool IsOurs(Type type) => !type.IsValueType && type.Namespace?.StartsWith("Answerable.", StringComparison.Ordinal) == true;

    private static Type ElementOf(IList list) => list.GetType() switch
    {
        { IsArray: true } array => array.GetElementType()!,
        { IsGenericType: true } generic => generic.GetGenericArguments()[0],
        _ => typeof(object),
    };

    private static object Copied(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
}
