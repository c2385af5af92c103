namespace Answerable.App.Operations;

public enum Condition
{
    Well,
    /// <summary>Somebody should look at it in the next days.</summary>
    Look,
    /// <summary>It does not do what it is there for.</summary>
    Amiss,
}

/// <summary>How one thing of the system stands.</summary>
/// <param name="Group">What it belongs to, as a heading.</param>
/// <param name="Says">How it stands, in a few words.</param>
/// <param name="Advice">What to do, where it is not well.</param>
/// <param name="At">When that was, where it has an instant.</param>
public sealed record HealthLine(
    string Group, string Name, string Says, Condition Condition = Condition.Well, string? Advice = null, DateTimeOffset? At = null)
{
    /// <summary>Work that was given up and can be tried again.</summary>
    public WorkId? GivenUp { get; init; }

    /// <summary>When it comes again, where that is known to the minute.</summary>
    public DateTimeOffset? Next { get; init; }
}

/// <summary>A part of the system that can say how it stands. Each module brings its own.</summary>
public interface IStands
{
    Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop);
}
