using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>One of the invented people.</summary>
internal sealed record DemoPerson(string Name, Role Role, string? Team = null)
{
    public PersonId Id { get; } = DemoId.Of<PersonId>($"person/{Name}");
    public TeamId? TeamId => Team is null ? null : DemoTeams.IdOf(Team);
    public string Email => $"{Name.ToLowerInvariant().Replace(' ', '.').Replace("'", "", StringComparison.Ordinal)}@fenwickvale.example";
    public Actor Actor => Actor.Of(Id, Name, [Role], TeamId);
}
