using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Who is invited where there is nobody yet, to let the others in.</summary>
public static class FirstAdministrator
{
    public const string Name = "Administrator";
    public const string Email = "administrator@centre.example";

    public static InvitePerson Invited => new(Name, Email, [Role.Administrator], null);
}
