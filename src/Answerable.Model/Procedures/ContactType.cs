using Answerable.Model.Contacts;


namespace Answerable.Model.Procedures;

/// <summary>A kind of contact, routine or not, and its boundaries.</summary>
/// <param name="Code">Short, stable, lower case, such as <c>missed-bin</c>; it is what contacts and figures carry.</param>
public sealed record ContactType(string Code, string Name, bool Routine)
{
    public string StartsWhen { get; init; } = "";
    public string EndsWhen { get; init; } = "";
    public string Includes { get; init; } = "";
    public string Excludes { get; init; } = "";
    public string HandOverTo { get; init; } = "";
    public IReadOnlyList<Channel> Channels { get; init; } = [];
}
