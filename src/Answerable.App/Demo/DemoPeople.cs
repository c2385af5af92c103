using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>Sixty people who do not exist.</summary>
internal static class DemoPeople
{
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("Helen Whitcombe", Role.Manager),
        new("Marcus Boateng", Role.Manager),
        new("Rowan Ellery", Role.Designer),
        new("Nadia Hussain", Role.Designer),
        new("Catherine Ambrose", Role.Compliance),
        new("Owain Rees", Role.Compliance),
        new("Stuart McAllister", Role.Planner),
        new("Beverley Nash", Role.Assessor),
        new("Jerome Clarke", Role.Assessor),
        new("Lesley Thackray", Role.Verifier),
        new("Imran Shah", Role.Administrator),
        .. Team(DemoTeams.CouncilTax, "Priya Raman", ["Fergus Baird"],
            ["Oluwaseun Adeyemi", "Hannah Prestwich", "Callum Fairhurst", "Shabana Iqbal", "Rhys Bevan", "Jodie Langstaff"]),
        .. Team(DemoTeams.Waste, "Gareth Pugh", ["Sandra Oyelaran"],
            ["Liam Hebblethwaite", "Zainab Rahman", "Craig Dunmore", "Molly Treloar", "Devon Campbell"]),
        .. Team(DemoTeams.Water, "Moira Sinclair", ["Kieran O'Hara", "Bronwen Maddox"],
            ["Tariq Aziz", "Emily Stannard", "Wes Ormerod", "Grace Nwosu", "Ffion Prosser", "Dominic Yates"]),
        .. Team(DemoTeams.Billing, "Dawn Okafor", ["Neil Garside", "Sunita Patel"],
            ["Chloe Wainwright", "Jamal Francis", "Isla Robertson", "Ben Tattersall", "Yasmin Begum", "Patrick Devlin"]),
        .. Team(DemoTeams.CustomerFirst, "Tom Hartley", ["Angela Mbeki"],
            ["Sophie Kendrick", "Adeel Chaudhry", "Lowri Vaughan", "Nathan Birkett", "Mei Ling Cheung", "Ewan Strachan"]),
        .. Team(DemoTeams.Digital, "Aisha Malik", ["Peter Scholes"],
            ["Robyn Ashworth", "Kwame Mensah", "Lucy Penhaligon", "Harpreet Gill", "Jack Rowbottom", "Siobhan Kearney"]),
    ];

    /// <summary>Those who take contacts all day.</summary>
    public static readonly IReadOnlyList<DemoPerson> Handlers = [.. All.Where(person => person.Role is Role.Agent or Role.SeniorAgent)];

    /// <summary>One to sign in as, for each role; those of the line work in one team, so that what one asks the next can answer.</summary>
    public static readonly IReadOnlyList<DemoPerson> Accounts =
        [.. Roles.All.Select(role => All.First(person => person.Role == role && person.Team is null or DemoTeams.Billing))];

    public static DemoPerson Of(string name) => All.First(person => person.Name == name);

    public static DemoPerson Leader(string team) => All.First(person => person.Team == team && person.Role == Role.TeamLeader);

    public static DemoPerson Senior(string team) => All.First(person => person.Team == team && person.Role == Role.SeniorAgent);

    private static IEnumerable<DemoPerson> Team(string team, string leader, string[] seniors, string[] agents) =>
    [
        new(leader, Role.TeamLeader, team),
        .. seniors.Select(name => new DemoPerson(name, Role.SeniorAgent, team)),
        .. agents.Select(name => new DemoPerson(name, Role.Agent, team)),
    ];
}
