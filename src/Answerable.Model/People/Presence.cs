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
