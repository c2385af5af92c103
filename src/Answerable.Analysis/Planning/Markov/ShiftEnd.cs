namespace Answerable.Analysis.Planning.Markov;

/// <summary>What an agent does whose shift ends during a contact.</summary>
public enum ShiftEnd
{
    /// <summary>Finishes the contact, then goes.</summary>
    Exhaustive,

    /// <summary>Goes at once; the contact returns to the queue.</summary>
    Preempt,
}
