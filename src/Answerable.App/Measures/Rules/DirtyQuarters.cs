using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Storage;

namespace Answerable.App.Measures;

/// <summary>Marks the quarter-hours in which changed contacts arrived, so that they are added up again.</summary>
internal sealed class DirtyQuarters : IHearContacts
{
    public IEnumerable<RowsKept> Keep(IReadOnlyList<ContactChange> changes, long mark)
    {
        var quarters = new HashSet<int>();
        foreach (var (before, after) in changes)
        {
            if (before is not null)
                quarters.Add(Of(before.ArrivedAt));
            if (after is not null)
                quarters.Add(Of(after.ArrivedAt));
        }
        return quarters.Count == 0 ? [] : [Marked(quarters, mark)];
    }

    public static RowsKept Marked(IReadOnlyCollection<int> quarters, long mark) =>
        new(MeasuresDirtyRow.Table)
        {
            Put = [.. quarters.Select(quarter => new MeasuresDirtyRow { Family = ContactMeasures.Family.Id, Quarter = quarter, Mark = mark })],
        };

    /// <summary>Quarter-hours since 1970-01-01T00:00Z; a quarter-hour begins on the clock's quarter in every zone in use.</summary>
    public static int Of(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 900);
}
