namespace Answerable.App.Work;

/// <summary>
/// What work waits for has not come yet: nothing is broken, the sentence stands where its state is shown, and it looks again soon.
/// </summary>
internal sealed class NotYetException(string sentence) : Exception(sentence)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
}
