using Answerable.Model;

namespace Answerable.App.People;

internal static class PeopleRefusals
{
    public static readonly Refusal NotFound = new("not-found", "There is no such person here.");
    public static readonly Refusal NoSuchTeam = new("not-found", "That team is no longer there. Choose another.", "Team");
    public static readonly Refusal OneSelf = new("person.oneself", "You cannot do this to yourself. Ask another administrator.");
    public static readonly Refusal LastAdministrator =
        new("person.last-administrator", "This is the last active administrator. Make another one first.");
    public static readonly Refusal UsedWayIn = new("invitation.used",
        "A password has been chosen by this link, which opens once: sign in with that password. If it was not you, tell your administrator at once.");
    public static readonly Refusal Lapsed = new("invitation.lapsed",
        "It has lapsed, or a newer one took its place. Sign in if you have a password, or ask your administrator for a new link.");
}
