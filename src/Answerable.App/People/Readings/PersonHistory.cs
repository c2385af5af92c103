using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>What happened to a person's access, as their page tells it.</summary>
internal static class PersonHistory
{
    public static string Words(Fact fact, IReadOnlyList<PeopleList.TeamLine> teams) => fact switch
    {
        PersonInvited invited => $"Invited as {string.Join(", ", invited.Roles.Select(role => role.Words()))}",
        InvitationRenewed => "Given a new one-time link",
        InvitationMailed => "Sent a one-time link by mail",
        PersonMoved moved => $"Moved from {TeamName(moved.From, teams)} to {TeamName(moved.To, teams)}",
        RolesChanged changed => $"Roles changed to {string.Join(", ", changed.To.Select(role => role.Words()))}",
        PersonDeactivated gone => gone.Reason.Length > 0 ? $"Deactivated: {gone.Reason}" : "Deactivated",
        PersonReactivated => "Reactivated",
        PersonSignedIn signed => signed.SecondFactor ? "Signed in with a second factor" : "Signed in",
        SignInRefused refused => $"Refused at sign-in: {WhyRefused(refused.Why)}",
        RecoveryCodeUsed used => $"Used a recovery code; {used.Left} left",
        PersonSignedOut => "Signed out",
        SessionsEnded => "Signed out everywhere",
        PasskeyAdded => "Added a passkey",
        PasskeyRemoved => "Removed a passkey",
        PasswordChanged => "Chose a password",
        SecondFactorSet set => set.On ? "Set a second factor" : "Took the second factor off",
        CountersignatureAsked asked => $"Two persons are needed, and the second was asked for"
            + (asked.Why.Length > 0 ? $": {asked.Why}" : ""),
        CountersignatureGiven => "The second person said yes",
        CountersignatureWithheld => "The second person was not to say yes any more",
        _ => FactCatalogue.Name(fact),
    };

    private static string WhyRefused(string code) => code switch
    {
        "sign-in.second-factor" => "the code was not right",
        "sign-in.passkey" => "the passkey was not taken",
        "sign-in.deactivated" => "the account is deactivated",
        "sign-in.changed" => "the account was changed meanwhile",
        "sign-in.wrong" => "the password was not right",
        var other => other,
    };

    private static string TeamName(TeamId? team, IReadOnlyList<PeopleList.TeamLine> teams) =>
        team is null ? "no team" : teams.FirstOrDefault(line => line.Id == team)?.Name ?? "a team";
}
