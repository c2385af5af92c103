using System.Reflection;
using Answerable.Analysis.Measures;

namespace Answerable.Tests.Measures;

/// <summary>
/// What is stored names families, dimensions and measures by their numbers. A line here may never change and no number be given again:
/// add a line, with a number of its own. A measure that means something else from now on is another measure.
/// </summary>
public sealed class MeasuresCatalogueTests
{
    private const string Catalogue = """
        1 contacts by Kind, Channel, Source, Queue, Type, Team, Version, Agent, Direction
        1 contacts.answered Count (contacts)
        2 contacts.abandoned Count (contacts)
        3 contacts.waiting Count (contacts)
        4 contacts.excluded Count (contacts)
        5 contacts.handled Count (contacts)
        6 contacts.resolved Count (contacts)
        7 contacts.unresolved Count (contacts)
        8 contacts.customer-known Count (contacts)
        9 contacts.issue-known Count (contacts)
        11 contacts.wait-answered-ms Sum (milliseconds)
        12 contacts.wait-abandoned-ms Sum (milliseconds)
        13 contacts.talk-ms Sum (milliseconds)
        14 contacts.hold-ms Sum (milliseconds)
        15 contacts.wrap-ms Sum (milliseconds)
        21 contacts.waits-answered Histogram (seconds rounded up)
        22 contacts.waits-abandoned Histogram (seconds rounded up)
        23 contacts.handling Histogram (seconds rounded up)
        24 contacts.repeats-by-reason Histogram (repeat code)
        25 contacts.repeats-by-customer Histogram (repeat code)
        31 contacts.answered-untimed Count (contacts)
        32 contacts.abandoned-untimed Count (contacts)
        33 contacts.told-both Count (contacts)
        34 contacts.never-wrapped Count (contacts)
        35 contacts.outbound Count (contacts)
        36 contacts.talk-unknown Count (contacts)
        37 contacts.hold-unknown Count (contacts)
        38 contacts.wrap-unknown Count (contacts)
        39 contacts.handled-unknown Count (contacts)
        16 contacts.talk-in-part-ms Sum (milliseconds)
        17 contacts.hold-in-part-ms Sum (milliseconds)
        18 contacts.wrap-in-part-ms Sum (milliseconds)
        2 agents-time by Kind, Team, Agent
        101 agents-time.ready-ms Sum (milliseconds)
        102 agents-time.handling-ms Sum (milliseconds)
        103 agents-time.break-ms Sum (milliseconds)
        104 agents-time.training-ms Sum (milliseconds)
        105 agents-time.other-ms Sum (milliseconds)
        3 steps by Kind, Version, Step, Role, Channel
        201 steps.taken Count (times)
        202 steps.left-out Count (times)
        203 steps.gone-back-on Count (times)
        204 steps.referred Count (times)
        205 steps.broken-off Count (times)
        211 steps.time-ms Sum (milliseconds)
        221 steps.times Histogram (seconds rounded up)
        """;

    private static readonly IReadOnlyList<Family> Families = [.. typeof(Family).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(Family)).Select(field => (Family)field.GetValue(null)!).OrderBy(family => family.Id)];

    [Fact]
    public void Families_and_measures_keep_their_numbers_for_ever() => Assert.Equal(
        Catalogue.ReplaceLineEndings("\n"),
        string.Join('\n', Families.SelectMany(family => family.Measures.Select(measure => $"{measure}").Prepend($"{family}"))));

    [Fact]
    public void No_number_stands_for_two_things()
    {
        Assert.Equal(Families.Count, Families.Select(family => family.Id).Distinct().Count());
        var measures = Families.SelectMany(family => family.Measures).ToList();
        Assert.Equal(measures.Count, measures.Select(measure => measure.Id).Distinct().Count());
        Assert.Equal(measures.Count, measures.Select(measure => measure.Name).Distinct().Count());
    }

    [Fact]
    public void Dimensions_keep_the_numbers_they_are_stored_by() => Assert.Equal(
        "Kind 0, Channel 1, Source 2, Queue 3, Type 4, Team 5, Version 6, Agent 7, Step 8, Role 9, Direction 10",
        string.Join(", ", Dimensions.All.Select(dimension => $"{dimension} {(int)dimension}")));
}
