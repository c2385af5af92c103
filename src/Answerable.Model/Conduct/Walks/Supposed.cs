namespace Answerable.Model.Conduct;

/// <summary>What a preview takes to have happened next.</summary>
public abstract record Supposed
{
    /// <param name="Pence">The amount decided with it; null where none is.</param>
    public sealed record Done(long? Pence = null) : Supposed;

    /// <param name="Place">Which of the answers, from one.</param>
    public sealed record Answered(int Place) : Supposed;

    public sealed record LeftOut : Supposed;

    /// <summary>The contact is referred.</summary>
    public sealed record Referred : Supposed;

    /// <summary>The one it was referred to takes it over.</summary>
    public sealed record TakenOver : Supposed;

    /// <summary>What was asked for is approved.</summary>
    public sealed record Approved : Supposed;

    public sealed record Refused : Supposed;

    /// <summary>Something that no walk knows.</summary>
    public sealed record Unreadable : Supposed;
}
