namespace Answerable.Model.Contacts;

/// <summary>What does not agree in what was told of a contact, and what is made of it.</summary>
/// <param name="Code">Short and stable, for machines.</param>
public sealed record ContactFinding(string Code, string Words)
{
    /// <summary>Everything whoever reads the contact's times should know of how they came about.</summary>
    public static IReadOnlyList<ContactFinding> Of(Contact contact) => [.. All(contact)];

    private static IEnumerable<ContactFinding> All(Contact contact)
    {
        if (contact.Excluded)
            yield break;
        if (contact is { AnsweredAt: not null, AbandonedAt: not null })
            yield return new("answered-and-abandoned", "Told both as answered and as abandoned: it counts as answered, with the wait until then.");
        if (contact is { State: ContactState.Abandoned, AbandonedAt: null })
            yield return new("ended-unanswered", "It ended without an answer being told: it counts as abandoned, at its end.");
        if (contact.WaitMs is null)
            yield return new("wait-unknown", "How long the customer waited is not known: figures of waits leave the contact out.");
        if (contact.EndedAt < contact.AnsweredAt)
            yield return new("ended-before-answered",
                "Its end is told before its answer: no conversation is known, and figures of handling leave it out.");
        else if (contact.TalkMs is null)
            yield return new("talk-unknown",
                "How long the conversation took is not known: figures of talk and of handling leave the contact out.");
        if (contact.HoldMs is null)
            yield return new("hold-unknown",
                "How long the customer was on hold is not known: figures of hold and of handling leave the contact out.");
        if (contact.WrapMs is null && contact.Told is not { NeverWrapped: true })
            yield return new("wrap-unknown",
                "How long the after-contact work took is not known: figures of it and of handling leave the contact out.");
        if (contact.Told is { NeverWrapped: true })
            yield return new("never-wrapped",
                "Nobody told the end of the after-contact work: it was closed at its end, and its handling is what went before.");
        if (contact.AnsweredAt is not null && contact.Holds is { Paired: false })
            yield return new("hold-unpaired", "A hold was told without its beginning, without its end, or twice: only the time on hold that is "
                + "sure to lie within the conversation counts.");
    }
}
