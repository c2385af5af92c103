namespace Answerable.Analysis.Planning;

/// <summary>Why a question cannot be answered: the field at fault and one sentence a planner can act on.</summary>
/// <param name="Field">The field's name as it is written in files, such as <c>agents</c>.</param>
/// <param name="Sentence">What is wrong with it, naming the value.</param>
public readonly record struct Fault(string Field, string Sentence)
{
    /// <summary>Refuses to go on with a question whose faults were not looked at first: a bug in the caller.</summary>
    internal static void ThrowOn(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            throw new InvalidOperationException($"{fault.Field}: {fault.Sentence}");
    }
}
