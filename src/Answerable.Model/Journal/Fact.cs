namespace Answerable.Model.Journal;

/// <summary>Something that happened, in words of the module it belongs to. Facts are past tense and never change.</summary>
public abstract record Fact;

/// <summary>The stable name under which a fact is written in the journal, such as <c>contact.arrived</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
