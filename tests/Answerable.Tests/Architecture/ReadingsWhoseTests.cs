using System.Reflection;
using Answerable.App;
using Answerable.App.Acts;

namespace Answerable.Tests.Architecture;

/// <summary>
/// Every reading says whose rows it shows: it goes through <c>context.Sees</c>, or says <c>[Unscoped]</c> with the reason why it need not. A new
/// reading fails until somebody has decided.
/// </summary>
public sealed class ReadingsWhoseTests
{
    [Fact]
    public void Every_reading_sees_by_scope_or_says_why_it_need_not()
    {
        var readings = typeof(AnswerableApp).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IReading)) && !type.IsInterface)
            .Select(type => (type.Name, Sees: Sees($"{type.Name}.cs"), Why: type.GetCustomAttribute<UnscopedAttribute>()?.Why)).ToList();
        Assert.Contains(readings, reading => reading is { Name: "ContactTimeline", Sees: true });
        Assert.Empty(readings.Where(reading => !reading.Sees && string.IsNullOrWhiteSpace(reading.Why))
            .Select(reading => $"{reading.Name} neither sees by scope nor says why"));
        Assert.Empty(readings.Where(reading => reading.Sees && reading.Why is not null).Select(reading => $"{reading.Name} sees by scope by now"));
    }

    [Theory]
    [InlineData("KpiPlan.cs")]
    [InlineData("ContactPlaces.cs")]
    public void What_others_lean_on_sees_by_scope(string name) => Assert.True(Sees(name));

    private static bool Sees(string name)
    {
        var file = Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, "src", "Answerable.App"), name, SearchOption.AllDirectories)
            .Single();
        var source = File.ReadAllText(file);
        return source.Contains("context.Sees(", StringComparison.Ordinal) || source.Contains("context.SeesAsync(", StringComparison.Ordinal);
    }
}
