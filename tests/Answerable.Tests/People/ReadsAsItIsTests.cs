using Answerable.Model;

namespace Answerable.Tests.People;

public sealed class ReadsAsItIsTests
{
    [Theory]
    [InlineData("Zo\u00EB O\u2019Neil", true)]
    [InlineData("Zoe\u0308", true)]
    [InlineData("\u0631\u0636\u0627 \u0646\u0645\u200C\u0627\u06CC", true)]
    [InlineData("Team \U0001F468\u200D\U0001F4BB", true)]
    [InlineData("Ada\u202Egnp", false)]
    [InlineData("Ada\u2066", false)]
    [InlineData("A\u200Bda", false)]
    [InlineData("A\u00ADda", false)]
    [InlineData("A\u0000da", false)]
    [InlineData("A\u3164da", false)]
    public void A_name_that_turns_the_text_round_or_hides_something_does_not(string name, bool reads) => Assert.Equal(reads, name.ReadsAsItIs());
}
