namespace Answerable.Model.Journal;

/// <summary>
/// Words of a fact that a person chose freely: a reason, a name. An act that tells the fact need not think of card data, for what is so marked is
/// masked before it is told. A text of a fact that is not marked is a code, a hash or our own words, and is said to be so (TypedWordsTests).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TypedAttribute : Attribute
{
    /// <summary>The properties of a record that are so marked, by name.</summary>
    public static IReadOnlySet<string> Of(Type record) => record.GetConstructors().SelectMany(made => made.GetParameters())
        .Where(part => part.IsDefined(typeof(TypedAttribute), inherit: false)).Select(part => part.Name!).ToHashSet();
}
