using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Series, held against what was told when they were loaded and removed.</summary>
internal sealed class SeriesCompared()
    : RowsCompared<SeriesId, SeriesCompared.Course, SeriesCompared.Stands>("series", typeof(SeriesLoaded), typeof(SeriesRemoved))
{
    internal sealed record Course(SeriesLoaded Loaded, DateTimeOffset At, bool Removed = false);

    internal sealed record Stands(SeriesId Id, string SortName, SeriesLoaded Loaded, DateTimeOffset At);

    public override IReadOnlyList<Type> Looked => [typeof(SeriesRow)];

    protected override IEnumerable<(SeriesId, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        var id = SeriesId.From(entry.Subject);
        if (fact is SeriesLoaded loaded)
            yield return (id, _ => new Course(loaded, entry.At));
        else if (fact is SeriesRemoved)
            yield return (id, was => was is null ? null : was with { Removed = true });
    }

    // Without the counts, which are long.
    protected override IQueryable<Stands> Rows(AnswerableDb db) => db.Set<SeriesRow>()
        .Select(row => new Stands(row.Id, row.SortName, new SeriesLoaded(row.Name, row.Source, row.Rows, row.First, row.Last), row.LoadedAt));

    protected override SeriesId KeyOf(Stands row) => row.Id;

    protected override IEnumerable<string> Differences(Stands row, Course? told, Comparing at)
    {
        if (told is not { Removed: false } || told.Loaded != row.Loaded || !KeptInstant.Same(row.At, told.At))
            yield return $"The series '{row.Loaded.Name}' is not as the journal tells it.";
        if (!string.Equals(row.SortName, row.Loaded.Name.ToUpperInvariant(), StringComparison.Ordinal))
            yield return $"The name of the series by which lists are ordered, '{row.SortName}', is not '{row.Loaded.Name}'.";
    }

    protected override string? Missing(SeriesId key, Course told) =>
        told.Removed ? null : $"The series '{told.Loaded.Name}', which the journal tells of, is missing.";
}
