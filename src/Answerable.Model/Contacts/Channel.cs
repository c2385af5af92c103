namespace Answerable.Model.Contacts;

/// <summary>The way a contact comes in or goes out.</summary>
public enum Channel
{
    Phone = 0,
    Email = 1,
    Chat = 2,
    Web = 3,
    Letter = 4,
    Social = 5,
    Visit = 6,
    /// <summary>A piece of work for a customer who is not there.</summary>
    Task = 7,
}
