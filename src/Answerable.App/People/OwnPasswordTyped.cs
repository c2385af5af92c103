using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What one's own password, typed again before something that matters, comes to.</summary>
[Needs(Permission.SignedIn)]
public sealed class OwnPasswordTyped(string password) : IReading<JudgedPassword>
{
    private string Password => password;

    internal sealed class Reader(PasswordJudge judge) : IAnswer<OwnPasswordTyped, JudgedPassword>
    {
        public async Task<Outcome<JudgedPassword>> Answer(OwnPasswordTyped reading, ReadingContext context, CancellationToken stop) =>
            judge.Judge(await context.Db.Users.SingleOrDefaultAsync(row => row.Id == context.Who.Id, stop), reading.Password);
    }
}
