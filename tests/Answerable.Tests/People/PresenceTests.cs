using Answerable.Model.People;

namespace Answerable.Tests.People;

public sealed class PresenceTests
{
    [Theory]
    [InlineData(Presence.Ready, true, Presence.Busy)]
    [InlineData(Presence.Ready, false, Presence.Ready)]
    [InlineData(Presence.Busy, true, Presence.Busy)]
    [InlineData(Presence.Busy, false, Presence.Ready)]
    [InlineData(Presence.Break, true, Presence.Break)]
    [InlineData(Presence.OtherWork, true, Presence.OtherWork)]
    [InlineData(Presence.SignedOut, false, Presence.SignedOut)]
    public void One_who_is_ready_with_a_contact_in_hand_is_with_a_customer(Presence said, bool inHand, Presence then) =>
        Assert.Equal(then, said.With(inHand));

    [Fact]
    public void Nobody_says_they_have_gone_with_a_contact_in_hand()
    {
        Assert.Equal(
            "A contact is in your hands. Close it or leave it for later first; or choose Sign out at the top, which asks what becomes of it.",
            Presence.SignedOut.Barred(inHand: true)!.Text);
        Assert.Null(Presence.SignedOut.Barred(inHand: false));
        Assert.All(Enum.GetValues<Presence>().Except([Presence.SignedOut]), presence => Assert.Null(presence.Barred(inHand: true)));
    }
}
