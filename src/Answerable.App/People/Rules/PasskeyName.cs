using Answerable.Model;

namespace Answerable.App.People;

/// <summary>What one calls a passkey of one's own.</summary>
public static class PasskeyName
{
    public const int Longest = 60;

    public static Refusal? Refused(string name) =>
        name.Shown().Length is 0 or > Longest
            ? new Refusal("passkey.name", $"Give it a name of up to {Longest} characters, such as My telephone.", "Name")
        : name.ReadsAsItIs() ? null : ShownText.Misleading("Name");
}
