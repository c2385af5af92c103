using System.Globalization;

namespace Answerable.Model.Contacts;

/// <summary>
/// When a customer was put on hold and taken off it, as told, in the order in which it happened: so the time on hold is the same in whatever order it
/// is told, however often, and with whichever half missing.
/// </summary>
public sealed class Holds : IEquatable<Holds>
{
    /// <summary>So many instants are kept, the earliest: no conversation has more, and a source gone mad fills no row.</summary>
    public const int Most = 100;

    // Each instant twice over, and one more where it ended a hold: so they are in order of time, and one told again is found.
    private readonly long[] _told;

    private Holds(long[] told) => _told = told;

    public static readonly Holds None = new([]);

    /// <summary>Whether the last thing told is that they were put on hold.</summary>
    public bool Open => Stretches().Any(stretch => stretch.To is null);

    /// <summary>Whether every hold told has both its beginning and its end, and each of them once.</summary>
    public bool Paired => _told.Length % 2 == 0 && _told.Index().All(mark => mark.Item % 2 == mark.Index % 2);

    public Holds With(DateTimeOffset at, bool ended)
    {
        var mark = at.ToUnixTimeMilliseconds() * 2 + (ended ? 1 : 0);
        var place = Array.BinarySearch(_told, mark);
        return place >= 0 || (_told.Length == Most && mark > _told[^1])
            ? this : new([.. _told[..~place], mark, .. _told[~place..Math.Min(_told.Length, Most - 1)]]);
    }

    /// <summary>Milliseconds on hold between the answer and the end of the conversation; what is on hold then is so until it ends.</summary>
    public long Within(DateTimeOffset from, DateTimeOffset? to)
    {
        var (first, last) = (from.ToUnixTimeMilliseconds(), to?.ToUnixTimeMilliseconds());
        return Stretches().Sum(stretch => Math.Max(0, Math.Min(stretch.To ?? last ?? 0, last ?? long.MaxValue) - Math.Max(stretch.From, first)));
    }

    /// <summary>A hold lasts from the first word of it to the next that it is over; said to begin and to end at one instant, all stays as it
    /// was.</summary>
    private IEnumerable<(long From, long? To)> Stretches()
    {
        long? since = null;
        foreach (var moment in _told.GroupBy(mark => mark >> 1).Where(moment => moment.Count() == 1))
            if (moment.Single() % 2 == 0)
                since ??= moment.Key;
            else if (since is { } begun)
            {
                yield return (begun, moment.Key);
                since = null;
            }
        if (since is { } open)
            yield return (open, null);
    }

    public override string ToString() =>
        string.Concat(_told.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{(mark % 2 == 0 ? 'h' : 'r')}{mark >> 1} ")));

    public static Holds Read(string text) => new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(mark => long.Parse(mark.AsSpan(1), CultureInfo.InvariantCulture) * 2 + (mark[0] == 'r' ? 1 : 0)).Order()]);

    public bool Equals(Holds? other) => other is not null && _told.AsSpan().SequenceEqual(other._told);
    public override bool Equals(object? obj) => Equals(obj as Holds);
    public override int GetHashCode() => _told.Aggregate(0, HashCode.Combine);
}
