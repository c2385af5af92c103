using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Operations;

/// <summary>Says that a backup was written and read again.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record NoteBackup(DateTimeOffset At) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteBackup, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteBackup act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<LastBackupRow>().FindAsync([LastBackupRow.Only], stop) is not { } row)
                context.Db.Add(row = new LastBackupRow());
            row.At = act.At;
            return Done.It;
        }
    }
}
