namespace Answerable.Model.Procedures.Checks;

internal static class Naming
{
    /// <summary>How a sentence speaks of a node: by its outline number and title.</summary>
    public static string Called(this Chart chart, Node node) =>
        node.Title.Length > 0 ? $"{chart.NumberOf(node.Key)} '{node.Title}'" : $"Number {chart.NumberOf(node.Key)}";
}
