using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>A server writes down whom it has seen lately, for the one that misses the absent. Returns how many.</summary>
[Needs(Permission.AdministerSystem)]
internal sealed record KeepAttendance : IAct<int>
{
    internal sealed class Handler(Attendance attendance) : IHandle<KeepAttendance, int>
    {
        public async Task<Outcome<int>> Handle(KeepAttendance act, ActContext context, CancellationToken stop)
        {
            var lately = attendance.Lately();
            PersonId[] people = [.. lately.Keys];
            var known = await context.Db.Set<AttendanceRow>().Where(row => people.Contains(row.Person)).ToDictionaryAsync(row => row.Person, stop);
            foreach (var (person, at) in lately)
                if (!known.TryGetValue(person, out var row))
                    context.Db.Add(new AttendanceRow { Person = person, SeenAt = at });
                else if (row.SeenAt < at)
                    row.SeenAt = at;
            return lately.Count;
        }
    }
}
