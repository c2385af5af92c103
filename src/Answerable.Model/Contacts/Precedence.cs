using Answerable.Model.Journal;

namespace Answerable.Model.Contacts;

/// <summary>Which of two things told of a contact counts.</summary>
internal static class Precedence
{
    /// <summary>The later wins; of arrivals the earlier, and any other over an arrival. At one instant the words decide, so that it is always the
    /// same.</summary>
    public static bool Wins(Told.Mark? kept, Told.Mark told, string? keptWords, string? toldWords)
    {
        if (kept is not { } mark)
            return true;
        if (mark.ByArrival != told.ByArrival)
            return mark.ByArrival;
        return mark.At == told.At ? string.CompareOrdinal(toldWords, keptWords) > 0
            : mark.ByArrival ? told.At < mark.At : told.At > mark.At;
    }

    public static Told.Mark Later(Entry entry) => new(entry.At, ByArrival: false);

    public static Told.Mark? Mark(DateTimeOffset? at) => at is { } known ? new(known, false) : null;

    public static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at;

    public static DateTimeOffset Latest(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at;
}
