namespace Answerable.DatabaseTests;

/// <summary>
/// Waits for what another hand brings about, a worker or a server in a process of its own, and no longer than until it is so. Nothing tells of it,
/// so it is looked for.
/// </summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    /// <param name="what">What is waited for, as a failed test is to say it.</param>
    /// <param name="meanwhile">Done after each look that found nothing, such as putting the clock on.</param>
    public static async Task<T> FoundAsync<T>(string what, Func<Task<T?>> look, Action? meanwhile = null) where T : class
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            if (await look() is { } found)
                return found;
            meanwhile?.Invoke();
            await Task.Delay(Between, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Not so after {Patience.TotalMinutes:0} minutes: {what}.");
    }

    public static Task SoAsync(string what, Func<Task<bool>> look) => FoundAsync(what, async () => await look() ? what : null);
}
