using Answerable.Model;

namespace Answerable.App.Acts;

/// <summary>Nobody overwrites what they have not seen.</summary>
internal static class ChangedMeanwhile
{
    public static readonly Refusal Refusal =
        new("changed-meanwhile", "Somebody else changed this while you were looking at it. Open it again to see it as it is now.");

    /// <param name="seen">As it was when whoever asks looked at it; none where they did not look.</param>
    /// <returns>Null where it is so still.</returns>
    public static Refusal? Of(long? seen, long now) => seen is { } known && known != now ? Refusal : null;
}
