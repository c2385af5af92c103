using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>Who may do a node: its own role, or one above it in the line. A role beside the line is stood in for by a manager.</summary>
internal static class Lane
{
    public static Role? Beyond(Node node, Role role)
    {
        var needed = Needed(node);
        return role >= needed ? null : needed;
    }

    public static Role Needed(Node node) => node is Ending ? Role.Agent : Roles.Line.Contains(node.Who) ? node.Who : Role.Manager;

    public static Refusal Refusal(Role needed) =>
        new("walk.greater-authority",
            $"This step is the {needed.Words().ToLowerInvariant()}'s. Refer the contact: it goes to them with all that you have noted.");
}
