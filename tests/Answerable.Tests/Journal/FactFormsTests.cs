using System.Text.Json.Nodes;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.Tests.Journal;

public sealed class FactFormsTests
{
    private readonly FactForms _forms = new([typeof(BinEmptied), typeof(OfMissedBin), typeof(OfBinForgotten), typeof(Fact), typeof(UnreadFact)]);

    public enum Street
    {
        Front = 0,
        Back = 1,
    }

    [FactName("bin.emptied")]
    public sealed record BinEmptied(Street Street, long Litres, string? Crew = null) : Fact;

    // At first the volume was in pints, under the name of the day; later the street was told apart.
    public sealed class OfBinForgotten() : FactUpgrade("bin.collected", "bin.emptied-in-pints")
    {
        public override void Change(JsonObject body) => body["street"] = "back";
    }

    public sealed class OfMissedBin() : FactUpgrade("bin.emptied-in-pints", "bin.emptied")
    {
        public override void Change(JsonObject body)
        {
            body["litres"] = body["pints"]!.GetValue<long>() * 568 / 1000;
            body.Remove("pints");
        }
    }

    [Fact]
    public void What_was_written_under_a_former_name_is_read_as_the_fact_it_is_now() =>
        Assert.Equal(new BinEmptied(Street.Back, 113, "Blue"),
            _forms.Read("bin.emptied-in-pints", """{"street":"back","pints":200,"crew":"Blue"}"""));

    [Fact]
    public void A_name_given_up_twice_is_read_through_both() =>
        Assert.Equal(new BinEmptied(Street.Back, 56), _forms.Read("bin.collected", """{"pints":100}"""));

    [Fact]
    public void A_property_added_since_is_missing_and_does_no_harm() =>
        Assert.Equal(new BinEmptied(Street.Front, 0), _forms.Read("bin.emptied", "{}"));

    [Fact]
    public void A_property_a_later_version_added_is_passed_over() =>
        Assert.Equal(new BinEmptied(Street.Front, 9), _forms.Read("bin.emptied", """{"litres":9,"lorry":{"plate":"F3"}}"""));

    [Theory]
    [InlineData("bin.sniffed", """{"by":"fox"}""")]
    [InlineData("bin.emptied", """{"street":"roof"}""")]
    [InlineData("bin.emptied", """{"litres":"nine"}""")]
    [InlineData("bin.emptied", "no object")]
    [InlineData("bin.collected", "nor this")]
    public void What_this_version_does_not_understand_comes_as_it_stands(string name, string body)
    {
        var read = _forms.Read(name, body);
        Assert.Equal(new UnreadFact(name, body), read);
        Assert.Equal((name, body), (_forms.Name(read), FactForms.Write(read)));
    }

    [Fact]
    public void What_is_as_it_is_when_nothing_is_said_is_not_written()
    {
        Assert.Equal("{}", FactForms.Write(new BinEmptied(Street.Front, 0)));
        Assert.Equal("""{"street":"back","litres":9}""", FactForms.Write(new BinEmptied(Street.Back, 9)));
        Assert.True(KeptJson.Options.IsReadOnly);
    }

    [Fact]
    public void An_entry_says_what_it_says_whether_its_fact_has_been_read_or_not()
    {
        var written = Entry.Of(new WalkHeld(default), DateTimeOffset.UnixEpoch, FactKind.Live, "desk", "1", Guid.Empty, null);
        var read = written with { };
        Assert.Same(written.Fact(), written.Fact());
        Assert.Equal(new Entry(written.At, written.Kind, written.Source, written.SourceKey, written.Subject, null, "walk.held", written.Body), read);
        var other = written with { Body = """{"by":"0199c000-0000-7000-8000-000000000005"}""" };
        Assert.NotEqual(written.Fact(), other.Fact());
    }

    [Fact]
    public void Every_fact_has_a_name_and_no_two_have_one()
    {
        Assert.Equal(["bin.emptied"], _forms.All.Keys);
        Assert.Equal(["bin.collected", "bin.emptied-in-pints"], _forms.Former.Order());
        Assert.Contains("Nameless lacks [FactName]", Assert.Throws<InvalidOperationException>(() => new FactForms([typeof(Nameless)])).Message,
            StringComparison.Ordinal);
    }

    public sealed record Nameless : Fact;

    [Fact]
    public void A_name_in_use_may_not_be_read_as_another() =>
        Assert.Throws<InvalidOperationException>(() => new FactForms([typeof(BinEmptied), typeof(Backwards)]));

    public sealed class Backwards() : FactUpgrade("bin.emptied", "bin.collected")
    {
        public override void Change(JsonObject body) => body.Clear();
    }

    [Fact]
    public void A_walk_as_0_1_0_put_it_down_is_taken_up_and_put_down_in_the_form_of_now()
    {
        const string Then = """
            {"id":"0199c000-0000-7000-8000-000000000001","contact":"0199c000-0000-7000-8000-000000000002",
            "case":"0199c000-0000-7000-8000-000000000003","procedure":"0199c000-0000-7000-8000-000000000004","version":2,"at":"n3",
            "since":"2026-10-09T09:00:12+00:00","agent":"0199c000-0000-7000-8000-000000000005","turn":2,
            "trail":[{"node":"n1","at":"2026-10-09T09:00:06+00:00","ms":6000,"by":"0199c000-0000-7000-8000-000000000005"}],
            "known":{"account":{"field":"account","value":"77"}},"notes":[],"approvals":[],"refused":[],"reopened":[],"answered":{"n2":"a1"}}
            """;
        var walk = WalkJson.Read(Then.ReplaceLineEndings(""));
        Assert.Equal(("n3", 2, "a1", 6000L), (walk.At, walk.Turn, walk.Answered["n2"], walk.Trail[0].Ms));
        var now = WalkJson.Write(walk);
        Assert.StartsWith("""{"form":2,"walk":{"id":""", now, StringComparison.Ordinal);
        Assert.Equal(now, WalkJson.Write(WalkJson.Read(now)));
    }

    [Fact]
    public void A_walk_put_down_by_a_later_version_is_not_misread() =>
        Assert.Contains("later Answerable (form 3)", Assert.Throws<FormatException>(() => WalkJson.Read("""{"form":3,"way":{}}""")).Message,
            StringComparison.Ordinal);
}
