using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;

namespace Answerable.App.People;

/// <summary>One who works here and may sign in.</summary>
public sealed class Person : IdentityUser<Guid>
{
    private string _displayName = "";

    public string DisplayName
    {
        get => _displayName;
        set => (_displayName, SortName) = (value, value.ToUpperInvariant());
    }

    /// <summary>The name in capitals: orders and finds alike in both databases.</summary>
    public string SortName { get; private set; } = "";
    public Guid? TeamId { get; set; }
    public Presence Presence { get; set; }
    public DateTimeOffset? PresenceSince { get; set; }
    public DateTimeOffset? DeactivatedAt { get; set; }
    /// <summary>An invented person of the demo centre.</summary>
    public bool Demo { get; set; }
}
