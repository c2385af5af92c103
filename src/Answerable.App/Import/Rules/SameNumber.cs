using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;

namespace Answerable.App.Import;

/// <summary>A row that bears the number of another contact.</summary>
/// <param name="OfFile">It is a row of the same file that has the number.</param>
internal sealed record OfAnother(RecordedContact Contact, string Reason, bool OfFile);

/// <summary>
/// Whether a row bears the number of another contact than its own. A correction says otherwise how long a contact took or how it ended, and may
/// move its clock by a zone; what came at quite another time, or another way, is another contact, of a system that counts for itself or begins
/// its numbers anew. To take it for a correction would take a contact out of every figure and say so nowhere. The same row read otherwise is
/// always the same contact, and a number whose contact was taken out as none is free.
/// </summary>
internal sealed class SameNumber(Profile profile)
{
    /// <summary>Further than a clock is moved by reading it in another zone, which moves it by whole quarters of an hour.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(27);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Between the moment a call came and the moment it was queued or answered, whichever a table takes for its arrival.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Rounding = TimeSpan.FromMinutes(1);

    // Of a file of millions each is kept small.
    private readonly Dictionary<(Guid Subject, int Name), (long At, Channel Channel, ContactState State, int Row)> _ofFile = [];

    /// <param name="Read">The same row said it.</param>
    internal sealed record Word(DateTimeOffset At, Channel Channel, ContactState State, bool Read);

    /// <param name="told">The last that was told under the number before this file.</param>
    public OfAnother? Another(RecordedContact contact, Word? told)
    {
        var (said, whole) = (contact.Facts[0], contact.Whole!);
        var (named, row) = (said.Key[..said.Key.LastIndexOf('#')], string.GetHashCode(said.Key, StringComparison.Ordinal));
        var number = (contact.Subject, string.GetHashCode(named, StringComparison.Ordinal));
        var ofFile = _ofFile.TryGetValue(number, out var before);
        var last = ofFile ? new Word(DateTimeOffset.FromUnixTimeMilliseconds(before.At), before.Channel, before.State, before.Row == row) : told;
        if (last is { Read: false } && last.State is not ContactState.Excluded
            && (IsAnother((said.At - last.At).Duration()) || whole.Channel != last.Channel))
            return new OfAnother(contact, Reason(last), ofFile);
        _ofFile[number] = (said.At.ToUnixTimeMilliseconds(), whole.Channel, whole.State, row);
        return null;
    }

    private static bool IsAnother(TimeSpan apart)
    {
        var over = TimeSpan.FromTicks(apart.Ticks % Quarter.Ticks);
        return apart > Apart || (apart > Near && over > Rounding && Quarter - over > Rounding);
    }

    private string Reason(Word last) =>
        $"Its number is that of another contact already: by {last.Channel.ToString().ToLowerInvariant()}, " +
        $"{last.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Where this is of another system, name that: {Profile.ByWhich(profile.Name)}.";
}
