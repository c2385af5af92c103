namespace Answerable.Model.People;

public enum Presence
{
    SignedOut = 0,
    Ready = 1,
    Busy = 2,
    Break = 3,
    Training = 4,
    OtherWork = 5,
}

public static class Presences
{
    /// <summary>What one is doing who says so. With a contact in hand one who is ready for work has work, and one without has none.</summary>
    public static Presence With(this Presence said, bool inHand) => said switch
    {
        Presence.Ready when inHand => Presence.Busy,
        Presence.Busy when !inHand => Presence.Ready,
        _ => said,
    };

    /// <summary>A customer must not wait for somebody who has gone: of what is in hand is asked where one signs out.</summary>
    public static Refusal? Barred(this Presence said, bool inHand) => said == Presence.SignedOut && inHand
        ? new Refusal("presence.contact-in-hand",
            "A contact is in your hands. Close it or leave it for later first; or choose Sign out at the top, which asks what becomes of it.", "To")
        : null;

    public static string Words(this Presence presence) => presence switch
    {
        Presence.SignedOut => "Signed out",
        Presence.Ready => "Ready",
        Presence.Busy => "With a customer",
        Presence.Break => "On a break",
        Presence.Training => "In training",
        Presence.OtherWork => "Other work",
    };
}
