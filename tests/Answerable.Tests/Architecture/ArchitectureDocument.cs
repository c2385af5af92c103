using System.Globalization;
using System.Text;

namespace Answerable.Tests.Architecture;

/// <summary>The part of docs/architecture.md that is drawn from the table of edges.</summary>
internal static class ArchitectureDocument
{
    private const string Begin = "<!-- edges -->", End = "<!-- /edges -->";

    public static string Redrawn(string document)
    {
        var (begin, end) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        return document[..begin] + "\n" + Drawing() + document[end..];
    }

    private static string Drawing()
    {
        var text = new StringBuilder();
        foreach (var ring in AllowedEdges.Table.GroupBy(row => row.Key.Split('.')[0]))
        {
            text.Append(CultureInfo.InvariantCulture, $"### {ring.Key}\n\n```mermaid\nflowchart BT\n");
            foreach (var (from, to) in ring.SelectMany(row => row.Value.Select(to => (From: Module(row.Key), To: Module(to)))).Order())
                text.Append(CultureInfo.InvariantCulture, $"  {from} --> {to}\n");
            text.Append("```\n\n");
        }
        return text.ToString();
    }

    private static string Module(string name) => name.Split('.')[1];
}
