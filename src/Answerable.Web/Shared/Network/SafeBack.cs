namespace Answerable.Web.Shared;

/// <summary>Where to go back to: a path of our own, never another site. A browser drops tabs and ends of lines out of an address and reads a
/// backslash as a slash, so that what holds any of them is no path of ours.</summary>
internal static class SafeBack
{
    public static string Of(string? back) =>
        back is ['/', ..] and not ['/', '/', ..] && !back.Any(character => char.IsControl(character) || character == '\\')
            ? SentAddress.Of(back) : "/";
}
