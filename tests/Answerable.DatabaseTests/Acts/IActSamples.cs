namespace Answerable.DatabaseTests.Acts;

/// <summary>A module's acts, each with one way to do it on the demo centre that is as dear as it comes there. Found by its type.</summary>
internal interface IActSamples
{
    IReadOnlyDictionary<Type, Func<ActStage, Task>> Samples { get; }
}
