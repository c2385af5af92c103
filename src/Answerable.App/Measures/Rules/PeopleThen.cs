using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// What held of somebody when, from the journal: so that what is added up again comes out as it was, whatever became of people since.
/// Known people are kept; what the journal has grown by since is looked through for changes.
/// </summary>
/// <param name="facts">The names of the facts that change it.</param>
internal abstract class PeopleThen<T>(params string[] facts)
{
    private readonly Dictionary<Guid, List<(DateTimeOffset At, T Then)>> _times = [];
    private long _seen;

    /// <summary>Tells it of any of these people at any instant.</summary>
    public async Task<Func<PersonId, DateTimeOffset, T>> OfAsync(AnswerableDb db, IEnumerable<PersonId> people, CancellationToken stop)
    {
        await FollowAsync(db, stop);
        var unknown = people.Select(person => person.Value).Distinct().Where(person => !_times.ContainsKey(person)).ToArray();
        foreach (var person in unknown)
            _times[person] = [];
        if (unknown.Length > 0)
            await AddAsync(db.Set<JournalRow>().Where(row => EF.Parameter(unknown).Contains(row.Subject) && facts.Contains(row.Name)), stop);
        return At;
    }

    /// <summary>What holds from this fact on.</summary>
    protected abstract T After(Fact fact);

    /// <summary>What held before the first fact there is of somebody, and of those of whom there is none.</summary>
    protected abstract T Before(Fact? first);

    // People not known yet are read whole once somebody asks after them.
    private async Task FollowAsync(AnswerableDb db, CancellationToken stop)
    {
        var (seen, end) = (_seen, (await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop)).Number);
        if (seen > 0 && seen < end)
            await AddAsync(db.Set<JournalRow>().Where(row => row.Number > seen && row.Number <= end && facts.Contains(row.Name)), stop);
        _seen = end;
    }

    private async Task AddAsync(IQueryable<JournalRow> rows, CancellationToken stop)
    {
        foreach (var row in await rows.AsNoTracking().OrderBy(row => row.Number).ToListAsync(stop))
        {
            if (!_times.TryGetValue(row.Subject, out var times))
                continue;
            var fact = row.Entry().Fact();
            if (times.Count == 0)
                times.Add((DateTimeOffset.MinValue, Before(fact)));
            times.Add((row.At, After(fact)));
        }
    }

    private T At(PersonId person, DateTimeOffset at)
    {
        var held = Before(null);
        foreach (var (from, then) in _times.GetValueOrDefault(person.Value) ?? [])
            if (from <= at)
                held = then;
        return held;
    }
}
