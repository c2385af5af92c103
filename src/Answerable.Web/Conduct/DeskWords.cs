using Answerable.App.Conduct;
using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Conduct;

/// <summary>How the desk says things.</summary>
internal static class DeskWords
{
    private static readonly Presence[] Presences = [Presence.Ready, Presence.Break, Presence.Training, Presence.OtherWork, Presence.SignedOut];

    /// <summary>What one may say to be doing.</summary>
    public static IEnumerable<Presence> Choices(bool inHand) => Presences.Where(presence => presence.Barred(inHand) is null);

    public static string Words(this Channel channel) => channel switch
    {
        Channel.Phone => "Phone",
        Channel.Email => "E-mail",
        Channel.Chat => "Chat",
        Channel.Web => "Web form",
        Channel.Letter => "Letter",
        Channel.Social => "Social media",
        Channel.Visit => "Visit",
        Channel.Task => "Task",
    };

    public static string Icon(this Channel channel) => channel switch
    {
        Channel.Phone => "phone",
        Channel.Email => "mail",
        Channel.Chat => "message",
        Channel.Web => "world",
        Channel.Letter => "mailbox",
        Channel.Social => "brand-x",
        Channel.Visit => "building",
        Channel.Task => "clock",
    };

    /// <summary>In whose hands a contact is and how it stands there, as the page that shows it keeps it. Of what is in no hands of one's own no more
    /// is kept: that page does not follow what a colleague does.</summary>
    public static string Mark(this DeskHands.View hands) => hands switch
    {
        { Closed: true } => "closed",
        { Left: true } => "left",
        { Mine: true } => string.Join('.', "mine", hands.Ended ? "ended" : hands.Held ? "held" : "on", hands.Customer, hands.Type, hands.At,
            hands.Notes),
        _ => "another",
    };

    /// <summary>What one is told of a contact that is no longer in one's hands; nothing of one that is.</summary>
    public static string? News(this DeskContact.View contact) => contact.Hands switch
    {
        { Closed: true } => "This contact is closed.",
        { Left: true } => "This contact was left to be resumed.",
        { Mine: true } => null,
        _ => $"{contact.Agent} has this contact now.",
    };

    /// <summary>How a referral stands and with whom, as the page that shows it keeps it.</summary>
    public static string Mark(this ReferralStanding.View standing) => $"{standing.State}-{standing.ToRole}-{standing.With}";

    /// <summary>What has been given already of a limit, and until when it counts.</summary>
    public static string Words(this GivenAlready given) => (given.Until, given.AllUntil) switch
    {
        ({ } first, { } last) when first != last =>
            $"{given.Words}; the first of it counts until {Local.DateTime(first)}, the last until {Local.DateTime(last)}",
        ({ } until, _) => $"{given.Words}, and counts until {Local.DateTime(until)}",
        _ => given.Words,
    };

    /// <summary>Who it would go to and how long they take, as "Tara Singh (team leader, ready). Answers take about 4 min."</summary>
    public static string Words(this WhoCan who)
    {
        var whom = who.Name is null
            ? $"any {who.Role.Words().ToLowerInvariant()}: none is at work just now, so it waits for the first who is"
            : $"{who.Name} ({who.Role.Words().ToLowerInvariant()}, {who.Presence?.Words().ToLowerInvariant()})";
        return who.MedianMs is { } ms ? $"{whom}. Answers take about {Local.Duration(ms)}." : $"{whom}.";
    }
}
