using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Series, held against what was told when they were loaded and removed.</summary>
internal sealed class SeriesCompared()
    : RowsCompared<SeriesId, SeriesCompared.Course, SeriesCompared.Course>("series", typeof(SeriesLoaded), typeof(SeriesRemoved))
{
    internal sealed record Course(SeriesId Id, SeriesLoaded Loaded, bool Removed = false);

    public override IReadOnlyList<Type> Looked => [typeof(SeriesRow)];

    protected override IEnumerable<(SeriesId, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        var id = SeriesId.From(entry.Subject);
        if (fact is SeriesLoaded loaded)
            yield return (id, _ => new Course(id, loaded));
        else if (fact is SeriesRemoved)
            yield return (id, was => was is null ? null : was with { Removed = true });
    }

    // Without the counts, which are long.
    protected override IQueryable<Course> Rows(AnswerableDb db) => db.Set<SeriesRow>()
        .Select(row => new Course(row.Id, new SeriesLoaded(row.Name, row.Source, row.Rows, row.First, row.Last), false));

    protected override SeriesId KeyOf(Course row) => row.Id;

    protected override IEnumerable<string> Differences(Course row, Course? told, Comparing at)
    {
        if (told != row)
            yield return $"The series '{row.Loaded.Name}' is not as the journal tells it.";
    }

    protected override string? Missing(SeriesId key, Course told) =>
        told.Removed ? null : $"The series '{told.Loaded.Name}', which the journal tells of, is missing.";
}
