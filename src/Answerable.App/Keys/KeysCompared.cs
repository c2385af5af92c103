using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.Keys;

namespace Answerable.App.Keys;

/// <summary>Keys of other systems, held against what was told when they were made and revoked.</summary>
internal sealed class KeysCompared() : RowsCompared<KeyId, KeysCompared.Course, KeyRow>("keys", typeof(KeyCreated), typeof(KeyRevoked))
{
    internal sealed record Course(KeyCreated Created, DateTimeOffset CreatedAt, KeyRevoked? Revoked = null, DateTimeOffset? RevokedAt = null);

    protected override IEnumerable<(KeyId, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        if (fact is KeyCreated created)
            yield return (created.Key, _ => new Course(created, entry.At));
        else if (fact is KeyRevoked revoked)
            yield return (revoked.Key, was => was is null ? null : was with { Revoked = revoked, RevokedAt = entry.At });
    }

    protected override KeyId KeyOf(KeyRow row) => row.Id;

    protected override IEnumerable<string> Differences(KeyRow row, Course? told, Comparing at)
    {
        if (told is null)
            yield return $"The key '{row.Name}' ({row.Id}) is not in the journal.";
        else if ((row.Name, row.Source, row.Owner) != (told.Created.Name, told.Created.Source, told.Created.Owner)
            || !KeptInstant.Same(row.CreatedAt, told.CreatedAt))
            yield return $"The key '{row.Name}' ({row.Id}) is not as it was made.";
        else if (!KeptInstant.Same(row.RevokedAt, told.RevokedAt) || !WhyAsTold(row, told.Revoked))
            yield return $"Whether the key '{row.Name}' ({row.Id}) is revoked is not what the journal tells, or when, or why.";
    }

    protected override string Missing(KeyId key, Course told) => $"The key '{told.Created.Name}' ({key}), which the journal tells of, is missing.";

    // An earlier Answerable told the journal why, and kept it nowhere else.
    private static bool WhyAsTold(KeyRow row, KeyRevoked? told) => row.RevokedWhy is null || row.RevokedWhy == told?.Reason;
}
