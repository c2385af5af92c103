using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Which role somebody had when, from the journal: so that what is added up again comes out as it was, whatever became of people since.
/// Of several roles the highest of the line counts. Known people are kept; what the journal has grown by since is looked through for changes.
/// </summary>
internal sealed class RoleTimes
{
    private static readonly string[] Names = ["person.invited", "person.roles-changed"];
    private readonly Dictionary<Guid, List<(DateTimeOffset At, Role? Role)>> _times = [];
    private long _seen;

    public async Task<Func<PersonId, DateTimeOffset, Role?>> OfAsync(AnswerableDb db, IEnumerable<PersonId> people, CancellationToken stop)
    {
        await FollowAsync(db, stop);
        var unknown = people.Select(person => person.Value).Distinct().Where(person => !_times.ContainsKey(person)).ToArray();
        foreach (var person in unknown)
            _times[person] = [];
        if (unknown.Length > 0)
            await AddAsync(db.Set<JournalRow>().Where(row => EF.Parameter(unknown).Contains(row.Subject) && Names.Contains(row.Name)), stop);
        return At;
    }

    // People not known yet are read whole once somebody asks after them.
    private async Task FollowAsync(AnswerableDb db, CancellationToken stop)
    {
        var (seen, end) = (_seen, (await db.Set<JournalHeadRow>().SingleAsync(stop)).Number);
        if (seen > 0 && seen < end)
            await AddAsync(db.Set<JournalRow>().Where(row => row.Number > seen && row.Number <= end && Names.Contains(row.Name)), stop);
        _seen = end;
    }

    private async Task AddAsync(IQueryable<Journal.JournalRow> rows, CancellationToken stop)
    {
        foreach (var row in await rows.AsNoTracking().OrderBy(row => row.Number).ToListAsync(stop))
            if (_times.TryGetValue(row.Subject, out var times))
                times.Add((row.At, Highest(row.Entry().Fact())));
    }

    private Role? At(PersonId person, DateTimeOffset at)
    {
        Role? role = null;
        foreach (var (from, then) in _times.GetValueOrDefault(person.Value) ?? [])
            if (from <= at)
                role = then;
        return role;
    }

    private static Role? Highest(Fact fact)
    {
        var roles = fact is RolesChanged changed ? changed.To : ((PersonInvited)fact).Roles;
        return roles.Where(Roles.Line.Contains).OrderDescending().Select(role => (Role?)role).FirstOrDefault();
    }
}
