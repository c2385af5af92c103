namespace Answerable.Model.Contacts;

public enum ContactState
{
    /// <summary>Arrived and not yet answered.</summary>
    Waiting = 0,
    /// <summary>With an agent.</summary>
    Talking = 1,
    /// <summary>The customer has gone; after-contact work goes on.</summary>
    Wrapping = 2,
    /// <summary>Answered, served and closed.</summary>
    Handled = 3,
    /// <summary>The customer left before an answer.</summary>
    Abandoned = 4,
    /// <summary>Not a contact at all (a phantom row, a test call): counted nowhere, kept and shown.</summary>
    Excluded = 5,
}
