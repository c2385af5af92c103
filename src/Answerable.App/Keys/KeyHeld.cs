using Answerable.Model.People;

namespace Answerable.App.Keys;

/// <summary>A key in use and whom it stands for.</summary>
public sealed record KeyHeld(KeyId Id, string Name, string Source, Actor Actor)
{
    /// <summary>Under this name the journal knows what the key delivers.</summary>
    public string JournalSource { get; } = $"api:{Source}";
}
