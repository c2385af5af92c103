namespace Answerable.Model.People;

/// <summary>The standards' roles: the line, lowest authority first, and those beside it.</summary>
public enum Role
{
    Agent = 1,
    SeniorAgent = 2,
    TeamLeader = 3,
    Manager = 4,
    Designer = 11,
    Compliance = 12,
    Planner = 13,
    Assessor = 14,
    Verifier = 15,
    Administrator = 21,
}

public static class Roles
{
    public static readonly IReadOnlyList<Role> All = Enum.GetValues<Role>();

    /// <summary>The line of authority, lowest first.</summary>
    public static readonly IReadOnlyList<Role> Line = [Role.Agent, Role.SeniorAgent, Role.TeamLeader, Role.Manager];

    public static string Words(this Role role) => role switch
    {
        Role.Agent => "Agent",
        Role.SeniorAgent => "Senior agent",
        Role.TeamLeader => "Team leader",
        Role.Manager => "Manager",
        Role.Designer => "Designer",
        Role.Compliance => "Compliance",
        Role.Planner => "Planner",
        Role.Assessor => "Assessor",
        Role.Verifier => "Verifier",
        Role.Administrator => "Administrator",
    };
}
