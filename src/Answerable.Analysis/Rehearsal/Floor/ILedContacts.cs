namespace Answerable.Analysis.Rehearsal;

/// <summary>
/// How contacts of some types are served where it is more than a time drawn beforehand: they are led, move by move, and may need
/// somebody of another group on the way. The centre says when and by whom; this says what comes next.
/// </summary>
internal interface ILedContacts
{
    bool Leads(int type);

    /// <summary>A contact comes in, afresh or again.</summary>
    void Arrive(int slot, int type, double now);

    void GiveUp(int slot, double at);

    /// <summary>Somebody of a group begins with it.</summary>
    /// <returns>Seconds until something comes of it, and whose contact they take over by it.</returns>
    (double Seconds, int TakenOver) TakeUp(int slot, int group, double now);

    /// <summary>Those seconds are over.</summary>
    Led Next(int slot, double now);

    /// <summary>Somebody is asked from a contact: it waits for a group under its own slot.</summary>
    void Ask(int slot, int asked);
}

/// <summary>What comes next of a contact that is led.</summary>
/// <param name="Seconds">How long it goes on until the next word, or after which the customer comes back; infinite where never.</param>
/// <param name="Other">The type of whoever is asked, or the slot of the contact that was answered.</param>
internal readonly record struct Led(LedTo To, double Seconds = double.PositiveInfinity, int Other = ContactBook.Nobody);

internal enum LedTo
{
    /// <summary>It goes on with the same person.</summary>
    GoOn,

    /// <summary>It waits, with the same person, until somebody asked has answered or takes it over.</summary>
    Ask,

    /// <summary>What was asked is answered: the contact that waited for it goes on.</summary>
    Answer,

    /// <summary>It is over.</summary>
    Over,
}
