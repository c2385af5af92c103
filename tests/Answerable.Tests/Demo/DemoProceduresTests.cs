using Answerable.App.Demo;
using Answerable.App.Demo.Walks;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;
using Answerable.Model.Procedures.Editing;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Demo;

public sealed class DemoProceduresTests
{
    public static TheoryData<string> Codes => [.. DemoProcedure.All.Select(procedure => procedure.Type.Code)];

    [Fact]
    public void There_are_eight_routine_types_and_four_exceptions()
    {
        Assert.Equal(8, DemoProcedure.All.Count(procedure => procedure.Type.Routine));
        Assert.Equal(4, DemoProcedure.All.Count(procedure => !procedure.Type.Routine));
        Assert.Equal(2, DemoProcedure.All.Count(procedure => procedure.Earlier is not null));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Its_chart_passes_every_check_before_publishing_with_nothing_to_advise(string code)
    {
        var procedure = DemoProcedure.Of(code);
        Assert.Empty(ChartChecks.Of(procedure.Chart, DemoMatrix.Kinds).Select(finding => finding.Sentence));
        Assert.InRange(procedure.Chart.Nodes.Count, 6, 14);
        Assert.True(WholeChart.Of(procedure.Chart).Allowed);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Its_earlier_version_could_be_published_too(string code) =>
        Assert.DoesNotContain(ChartChecks.Of(DemoProcedure.Of(code).Earlier ?? DemoProcedure.Of(code).Chart, DemoMatrix.Kinds), finding =>
            finding.Blocks);

    [Theory, MemberData(nameof(Codes))]
    public void Its_type_has_boundaries_a_hand_over_and_channels(string code)
    {
        var type = DemoProcedure.Of(code).Type;
        Assert.Equal(code, type.Code);
        Assert.Empty(ContactTypeText.Refusals(type));
        Assert.All([type.StartsWhen, type.EndsWhen, type.Includes, type.Excludes, type.HandOverTo], text => Assert.NotEmpty(text));
        Assert.NotEmpty(type.Channels);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Every_step_says_its_approach_and_why(string code) => Assert.All(
        DemoProcedure.Of(code).Chart.Nodes.OfType<Step>(),
        step => Assert.True(step.Guideline is { Approach.Length: > 0, Why.Length: > 0, Say.Length: > 0 }, step.Title));

    [Theory, MemberData(nameof(Codes))]
    public void What_is_typed_into_its_fields_can_be_read(string code)
    {
        var now = new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero);
        foreach (var step in DemoProcedure.Of(code).Chart.Nodes.OfType<Step>())
            for (var time = 0; time < 50; time++)
            {
                var typed = TypedWords.Of(step, new StreamSource(time).Stream(step.Key, 0), now);
                var read = FieldReading.Read(step.Fields, typed, Answerable.Model.Centre.CentreSettings.Usual.Currency);
                Assert.True(read.Allowed, $"{step.Title}: {string.Join(" ", read.Refusals)}");
            }
    }

    [Fact]
    public void Every_kind_of_decision_demanded_is_in_the_matrix_and_some_role_may_take_it()
    {
        var demanded = DemoProcedure.All.SelectMany(procedure => procedure.Chart.Nodes.OfType<Step>()).Select(step => step.Authority?.DecisionKind)
            .OfType<string>().ToHashSet();
        Assert.Equal(demanded.Order(), DemoMatrix.Kinds.Select(kind => kind.Code).Order());
        Assert.All(DemoMatrix.Amounts, money => Assert.Equal(money.Line.Order(), money.Line));
        Assert.All(DemoMatrix.Others, freely => Assert.Contains(freely.From, Roles.Line));
    }
}
