using Answerable.Model;

namespace Answerable.App.People;

internal static class PeopleRefusals
{
    public static readonly Refusal NotFound = new("not-found", "There is no such person here.");
    public static readonly Refusal NoSuchTeam = new("not-found", "That team is no longer there. Choose another.", "Team");
    public static readonly Refusal OneSelf = new("person.oneself", "You cannot do this to yourself. Ask another administrator.");
    public static readonly Refusal LastAdministrator =
        new("person.last-administrator", "This is the last active administrator. Make another one first.");
    public static readonly Refusal Lapsed =
        new("invitation.lapsed", "This invitation has been used or has lapsed. Ask your administrator for a new one.");
}
