using System.Text.RegularExpressions;
using Answerable.App;
using Answerable.App.Acts;

namespace Answerable.Tests.Architecture;

/// <summary>No act and no reading without a test that names it. Tables that list everything do not count: they say that it is there, not what it
/// does.</summary>
public sealed partial class ActsNamedTests
{
    private static readonly string[] Lists = ["EndpointTable.cs", "AllowedEdges.cs"];

    [Fact]
    public void Every_act_and_reading_is_named_by_a_test()
    {
        var named = Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Lists.Contains(Path.GetFileName(file)) && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Words().Matches(File.ReadAllText(file)).Select(word => word.Value)).ToHashSet();
        var unnamed = typeof(AnswerableApp).Assembly.GetTypes()
            .Where(type => !type.IsAbstract
                && type.GetInterfaces().Any(role => role.IsGenericType && (role.GetGenericTypeDefinition() == typeof(IAct<>)
                || role.GetGenericTypeDefinition() == typeof(IReading<>))))
            .Select(type => type.Name).Where(name => !named.Contains(name)).Order().ToList();
        Assert.True(unnamed.Count == 0,
            $"No test names {string.Join(", ", unnamed)}. Write one that does it, or asks it, and looks at what came of it.");
    }

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Words();
}
