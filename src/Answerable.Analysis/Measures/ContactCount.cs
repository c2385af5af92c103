namespace Answerable.Analysis.Measures;

/// <summary>What is counted of contacts, each additive over any cells. Unit: contacts.</summary>
public enum ContactCount
{
    /// <summary>Answered, whether or not still in progress.</summary>
    Answered = 0,
    /// <summary>Left before an answer.</summary>
    Abandoned = 1,
    /// <summary>Still waiting when last added up: neither answered nor abandoned yet.</summary>
    Waiting = 2,
    /// <summary>Not contacts at all (phantoms, test calls): counted here and nowhere else.</summary>
    Excluded = 3,
    /// <summary>Answered and closed, so that every part of the handling time is known.</summary>
    Handled = 4,
    /// <summary>Answered, and the agent recorded it as resolved.</summary>
    Resolved = 5,
    /// <summary>Answered, and the agent recorded it as not resolved.</summary>
    Unresolved = 6,
    /// <summary>Answered, with the customer known.</summary>
    CustomerKnown = 7,
    /// <summary>Answered, with the customer and the reason (contact type) known.</summary>
    IssueKnown = 8,
}

/// <summary>What is summed of contacts, each additive over any cells. Unit: milliseconds.</summary>
public enum ContactTime
{
    /// <summary>Waits of the answered.</summary>
    WaitAnswered = 0,
    /// <summary>Waits of those who left.</summary>
    WaitAbandoned = 1,
    /// <summary>Conversation without hold, of handled contacts.</summary>
    Talk = 2,
    /// <summary>Hold, of handled contacts.</summary>
    Hold = 3,
    /// <summary>After-contact work, of handled contacts.</summary>
    Wrap = 4,
}

/// <summary>What is summed of agents' time, each additive over any cells. Unit: milliseconds. Stands in the same columns as <see cref="ContactTime"/>, in cells of their own.</summary>
public enum AgentTime
{
    Ready = 0,
    Handling = 1,
    Break = 2,
    Training = 3,
    Other = 4,
}

/// <summary>What is kept as a sparse histogram: whole values and how many contacts had each, additive over any cells.</summary>
public enum Histogram
{
    /// <summary>Waits of the answered, in seconds rounded up.</summary>
    WaitAnswered = 0,
    /// <summary>Waits of those who left, in seconds rounded up.</summary>
    WaitAbandoned = 1,
    /// <summary>Handling times (talk, hold and wrap) of handled contacts, in seconds rounded up.</summary>
    Handling = 2,
    /// <summary>Gaps before and after each answered contact of the same customer about the same reason: a <see cref="Repeat"/> code.</summary>
    RepeatsByReason = 3,
    /// <summary>The same, whatever the reason.</summary>
    RepeatsByCustomer = 4,
}
