using Answerable.Model.Contacts;

namespace Answerable.Model.Conduct;

/// <summary>What stands in the way at a desk. A rule that a walk has too is said here for both.</summary>
public static class DeskRefusals
{
    public static Refusal Closed => new("contact.closed", "This contact is closed.");
    public static Refusal NotInLine => new("walk.not-in-line", "Contacts are handled by agents, senior agents, team leaders and managers.");

    internal static Refusal NoSuchType => new("contact-type.unknown", "There is no such contact type here. Choose another.", "Type");
    internal static Refusal NoType => new("contact.no-type", "Choose what the contact is about.", "Type");
    internal static Refusal EndedAlready => new("contact.ended", "The conversation has ended already.");
    internal static Refusal NobodyToHold => new("contact.ended", "The conversation has ended; nobody is there to hold.");
    internal static Refusal LeftAlready => new("walk.left", "You have left this contact already.");
    internal static Refusal PutDownAlready => new("walk.left", "This contact has been put down already.");
    internal static Refusal Unsettled => new("contact.no-outcome", "Say whether the customer's matter is settled.", "Resolved");
    internal static Refusal NoReason =>
        new("referral.no-reason", "Say in a few words why, so that the customer need not say it again.", "referReason");

    public static Refusal WithAnother(string name) => new("walk.with-another", $"{name} has this contact now; what you typed was not applied.");

    /// <summary>What was left is resumed before anything else befalls it.</summary>
    internal static Refusal? Left(bool left) => left ? new("walk.left", "You have left this contact. Resume it to go on.") : null;

    internal static Refusal? Hold(bool held) => held ? new("walk.held", "The customer is already on hold.") : null;

    internal static Refusal? Retrieve(bool held) => held ? null : new("walk.not-held", "The customer is not on hold.");

    /// <summary>Why a contact that waited can be taken no more; nothing while it waits.</summary>
    internal static Refusal? Gone(Contact contact, string agentName) => contact.State switch
    {
        ContactState.Waiting => null,
        ContactState.Abandoned => new("contact.gone", "The customer left before anybody answered. Take the next one."),
        ContactState.Excluded => new("contact.gone", "This was not a contact after all. Take the next one."),
        _ => TakenBefore(agentName),
    };

    internal static Refusal TakenBefore(string name) => new("contact.taken", $"{name} took this contact a moment before you. Take the next one.");
}
