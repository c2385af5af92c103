namespace Answerable.Model.People;

/// <summary>Who acts: a signed-in person, a service key, or the system itself.</summary>
public sealed record Actor(PersonId? Person, string Name, IReadOnlyList<Role> Roles, TeamId? Team, IReadOnlyList<Permission> Granted)
{
    /// <summary>The product's own hand: migrations, the command line run by whoever holds the machine.</summary>
    public static readonly Actor System = new(null, "System", [], null, Enum.GetValues<Permission>());

    /// <summary>Whoever holds the machine, by the command line: on record as done from there.</summary>
    public static readonly Actor CommandLine = System with { Name = "The command line", Source = "command-line" };

    public static Actor Of(PersonId person, string name, IReadOnlyList<Role> roles, TeamId? team) => new(person, name, roles, team, []);

    public static Actor Key(string name, params Permission[] granted) => new(null, name, [], null, granted);

    /// <summary>What the session stands by that a signed-in person acts through; none for a key, the system, and a hand that needs no
    /// session.</summary>
    public string? Stamp { get; init; }

    /// <summary>Which of the person's sessions; none where it began before sessions had numbers.</summary>
    public SessionId? Session { get; init; }

    /// <summary>The name of the person's own key that acts for them; none where they act themselves.</summary>
    public string? ByKey { get; init; }

    /// <summary>Where it is done, as the journal says it.</summary>
    public string Source { get; init; } = "desk";

    public bool May(Permission permission) =>
        permission == Permission.Anyone || (permission == Permission.SignedIn && Person is not null)
        || Granted.Contains(permission) || Access.Allows(Roles, permission);

    /// <summary>How far a permission reaches: as far as the widest of one's roles has it; what was granted outright reaches the centre. Null where it
    /// is not held.</summary>
    public Scope? ScopeOf(Permission permission) =>
        Granted.Contains(permission) ? Scope.Centre : Roles.Select(role => Access.ScopeOf(role, permission)).Max();

    public PersonId Id => Person ?? throw new InvalidOperationException($"{Name} is not a person.");

    /// <summary>The highest role in the line of authority, if any.</summary>
    public Role? Line => Roles.Where(role => role <= Role.Manager).OrderDescending().Select(role => (Role?)role).FirstOrDefault();
}
