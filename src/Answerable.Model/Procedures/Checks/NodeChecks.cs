using Answerable.Model.People;

namespace Answerable.Model.Procedures.Checks;

/// <summary>Every node says what it is, and is done by somebody who handles contacts.</summary>
internal static class NodeChecks
{
    public static IEnumerable<Finding> Of(Chart chart, Node node)
    {
        if (node.Title.Length == 0)
            yield return new Finding("node.no-title", node.Key, $"{chart.Called(node)} has no title. Say what it is, in a few words.");
        if (!Roles.All.Contains(node.Who))
            yield return new Finding("node.nobody", node.Key, $"{chart.Called(node)} is done by nobody. Say who does it.");
        else if (node is not Ending && !Access.Allows(node.Who, Permission.HandleContacts))
            yield return new Finding("node.wrong-who", node.Key,
                $"{chart.Called(node)} is given to {node.Who.Words().ToLowerInvariant()}, who does not handle contacts. Choose from: " +
                    $"{string.Join(", ", Access.Holding(Permission.HandleContacts).Select(role => role.Words().ToLowerInvariant()))}.");
    }
}
