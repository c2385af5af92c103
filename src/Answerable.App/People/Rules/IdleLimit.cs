using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>How long a session goes on untouched, asked at every request and answered from memory for a moment.</summary>
public sealed class IdleLimit
{
    public const int ShortestMinutes = 5;
    public static readonly int LongestMinutes = (int)Session.Lifetime.TotalMinutes;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(5);
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Remembered<SignInRulesRow> _remembered;

    internal IdleLimit(IDbContextFactory<AnswerableDb> databases, TimeProvider time)
    {
        _databases = databases;
        _remembered = new Remembered<SignInRulesRow>(ReadAsync, time);
    }

    public async ValueTask<TimeSpan> NowAsync() => TimeSpan.FromMinutes((await _remembered.NoOlderThanAsync(Oldest)).IdleMinutes);

    private async Task<SignInRulesRow> ReadAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        return await SignInRulesRow.OfAsync(db, CancellationToken.None);
    }
}
