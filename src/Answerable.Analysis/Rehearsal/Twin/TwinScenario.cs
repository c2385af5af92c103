using Answerable.Model.People;
using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Distributions;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>
/// The ground as a centre to be set in motion: a group for each level, the contacts, other work, and a line of referrals for each role.
/// </summary>
internal sealed class TwinScenario
{
    public const double Day = 86_400;
    private const string Walked = "walked", Other = "other work";
    private readonly TwinGround _ground;

    public TwinScenario(TwinGround ground)
    {
        _ground = ground;
        Levels = [.. ground.Levels.Where(level => level.Servers > 0)];
        Asked = [.. Roles.Line.Where(role => role > Role.Agent)];
        Scenario = Scenario.Named(ground.Type) with
        {
            Types = [Coming(Walked, ground.Arrivals), Coming(Other, ground.OtherArrivals).Taking(Law(ground.OtherHandling)),
                .. Asked.Select(role => ContactType.ByPhone(Line(role)))],
            Groups = [.. Levels.Select(Group)],
        };
        var open = Enumerable.Range(0, 24).Where(hour => ground.Arrivals[hour] > 0 || ground.OtherArrivals[hour] > 0).ToArray();
        (Opens, Closes) = open.Length == 0 ? (0, Day) : (open[0] * 3600, (open[^1] + 1) * 3600);
    }

    public Scenario Scenario { get; }

    /// <summary>The levels that have somebody, in the order of the groups.</summary>
    public IReadOnlyList<TwinLevel> Levels { get; }

    /// <summary>The roles referrals go to, in the order of their lines.</summary>
    public IReadOnlyList<Role> Asked { get; }

    /// <summary>Seconds after midnight between which contacts come in.</summary>
    public double Opens { get; }
    public double Closes { get; }

    public static bool IsWalked(int type) => type == 0;

    public static bool IsAsked(int type) => type >= 2;

    public int TypeOf(Role role) => 2 + Asked.Index().First(asked => asked.Item == role).Index;

    public Role RoleOf(int type) => Asked[type - 2];

    /// <summary>How many could take what is put to a role, whoever asks left out.</summary>
    public int Others(Role role, Role asker) => Levels.Where(level => level.Role >= role).Sum(level => level.Servers) - (asker >= role ? 1 : 0);

    public static Distribution Law(Spell spell) => spell.Mean <= 0 ? new Deterministic(0)
        : spell.Variation <= 0.01 ? new Deterministic(spell.Mean)
        : GammaDistribution.WithMean(spell.Mean, spell.Variation);

    private ContactType Coming(string name, IReadOnlyList<double> perHour) =>
        ContactType.ByPhone(name).Arriving(perHour, 60).WaitingOnAverage(_ground.Patience);

    // Referrals go first: a customer and a colleague wait for them. What a role may take, every role above may.
    private SkillGroup Group(TwinLevel level)
    {
        var group = SkillGroup.Of(level.Role.ToString(), level.Servers);
        var referrals = Asked.Where(role => role <= level.Role).OrderDescending().Select(role => new Skill(Line(role), 1, (int)level.Role));
        var contacts = level.TakesContacts ? new[] { Walked, Other }.Select(type => new Skill(type, 2, (int)level.Role)) : [];
        return group with { Serves = [.. referrals, .. contacts] };
    }

    private static string Line(Role role) => $"put to {role}";
}
