namespace Answerable.Web.Shared;

/// <summary>Where to go back to: a path of our own, never another site.</summary>
internal static class SafeBack
{
    public static string Of(string? back) => back is ['/', ..] && back is not ['/', '/' or '\\', ..] ? back : "/";
}
