using System.Text.Json.Serialization;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.Model.Procedures;

/// <summary>A node of the chart. Its key is stable over versions, so that every figure can be stamped with it.</summary>
/// <param name="Key">Short and stable, such as <c>n3</c>; unique in the chart.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Who">Who does it: the lane.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "node")]
[JsonDerivedType(typeof(Step), "step")]
[JsonDerivedType(typeof(Decision), "decision")]
[JsonDerivedType(typeof(Ending), "ending")]
public abstract record Node([ToTheLetter] string Key, string Title, Role Who = Role.Agent);

/// <summary>Something to do or say, perhaps with facts to note down, an authority it demands, and a referral point.</summary>
/// <param name="Next">The node it leads to; the one below where it names none.</param>
public sealed record Step(string Key, string Title, Role Who = Role.Agent, string? Next = null) : Node(Key, Title, Who)
{
    public Guideline Guideline { get; init; } = Guideline.Empty;
    public IReadOnlyList<Field> Fields { get; init; } = [];
    public Strictness Strictness { get; init; } = Strictness.Advised;
    public AuthorityDemand? Authority { get; init; }
    public ReferralPoint? Referral { get; init; }
}

/// <summary>A question whose answer decides the way on.</summary>
public sealed record Decision(string Key, string Title, Role Who = Role.Agent) : Node(Key, Title, Who)
{
    public string Question { get; init; } = "";
    public string Hint { get; init; } = "";
    public IReadOnlyList<Answer> Answers { get; init; } = [];
}

/// <summary>A named outcome of the contact.</summary>
/// <param name="Resolved">Whether the customer's matter is settled by it.</param>
public sealed record Ending(string Key, string Title, bool Resolved, Role Who = Role.Agent) : Node(Key, Title, Who)
{
    /// <summary>The after-contact work to do, as plain text.</summary>
    public string AfterContact { get; init; } = "";
}

/// <summary>A labelled way out of a decision.</summary>
public sealed record Answer([ToTheLetter] string Key, string Label, string? Next = null);

/// <summary>How freely an agent may leave a step out: strict forbids it; advised asks the reason; optional lets it pass.</summary>
public enum Strictness
{
    Strict = 0,
    Advised = 1,
    Optional = 2,
}
