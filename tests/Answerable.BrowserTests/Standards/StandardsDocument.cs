using System.Reflection;
using System.Text;

namespace Answerable.BrowserTests.Standards;

/// <summary>docs/standards.md: every criterion with the page, the acts and the test that show it to work.</summary>
internal static class StandardsDocument
{
    public sealed record Shown(CriterionAttribute Criterion, MethodInfo Test);

    public static readonly IReadOnlyList<Shown> Tests =
    [
        .. from type in typeof(StandardsDocument).Assembly.GetTypes()
           from method in type.GetMethods()
           let criterion = method.GetCustomAttribute<CriterionAttribute>()
           where criterion is not null
           orderby type.FullName, method.Name
           select new Shown(criterion, method),
    ];

    public static string Text()
    {
        var shown = Criterion.All.Count(criterion => Of(criterion).Any());
        var text = new StringBuilder($"""
            # What the standards ask, and the test that shows it

            Written from the tests by `./do documents`; change those, not this page. The titles are ours, no sentence of a standard is quoted.
            {shown} of {Criterion.All.Count} criteria are shown to work by a test that drives the running application, signed in as the role named,
            and then looks at the rows and the journal.

            """);
        foreach (var standard in Criterion.All.GroupBy(criterion => criterion.Standard))
        {
            text.Append("\n## ").Append(standard.Key).Append("\n\n| Criterion | Who | What | Page | Acts | Test |\n|---|---|---|---|---|---|\n");
            text.AppendJoin("", standard.Select(Row));
        }
        return text.ToString();
    }

    private static string Row(Criterion criterion)
    {
        var shown = Of(criterion).ToList();
        var pages = Joined(shown.Select(one => one.Criterion.Page));
        var acts = Joined(shown.SelectMany(one => one.Criterion.Acts).Select(act => act.Name));
        var tests = string.Join("<br>",
            shown.Select(one => $"[{one.Test.DeclaringType!.Name}]({PathOf(one.Test.DeclaringType)}): {one.Test.Name.Replace('_', ' ')}"));
        return $"| {criterion.Code} | {criterion.Who} | {criterion.Title} | {pages} | {acts} | {(tests.Length > 0 ? tests : "not yet")} |\n";
    }

    private static IEnumerable<Shown> Of(Criterion criterion) => Tests.Where(one => one.Criterion.Code == criterion.Code);

    private static string Joined(IEnumerable<string> words) => string.Join(", ", words.Distinct().Select(word => $"`{word}`"));

    private static string PathOf(Type type) => $"../tests/Answerable.BrowserTests/{type.Namespace!.Split('.')[^1]}/{type.Name}.cs";
}
