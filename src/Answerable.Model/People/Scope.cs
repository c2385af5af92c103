namespace Answerable.Model.People;

/// <summary>Whose rows a permission reaches: a permission says what may be done, this says with whose.</summary>
public enum Scope
{
    /// <summary>One's own: what one handled, and what is at hand.</summary>
    Own = 1,
    /// <summary>One's team's too, and what is nobody's yet.</summary>
    Team = 2,
    Centre = 3,
}
