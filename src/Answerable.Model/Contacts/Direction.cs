namespace Answerable.Model.Contacts;

/// <summary>Who began a contact. Stored by number and name: never given another.</summary>
public enum Direction
{
    /// <summary>The customer.</summary>
    Inbound = 0,
    /// <summary>The centre: nobody waits, and nobody gives up.</summary>
    Outbound = 1,
    /// <summary>The customer, who was rung back as they had been promised.</summary>
    Callback = 2,
}
