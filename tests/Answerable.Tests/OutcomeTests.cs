using Answerable.Model;

namespace Answerable.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void An_outcome_that_nobody_made_is_refused()
    {
        var nothing = default(Outcome<string>);
        Assert.False(nothing.Allowed);
        Assert.Equal("outcome.undecided", Assert.Single(nothing.Refusals).Code);
        Assert.Throws<InvalidOperationException>(() => nothing.Value);
        Assert.False(nothing.Then<int>(text => text.Length).Allowed);
    }

    [Fact]
    public void A_value_is_allowed_and_a_refusal_is_not()
    {
        Assert.Empty(((Outcome<string>)"said").Refusals);
        Assert.Equal("said", ((Outcome<string>)"said").Value);
        Assert.Equal("no", Assert.Single(((Outcome<string>)new Refusal("no", "Not so.")).Refusals).Code);
    }
}
