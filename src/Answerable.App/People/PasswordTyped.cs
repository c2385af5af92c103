using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What a password typed at sign-in comes to. An act says what follows from it.</summary>
[Needs(Permission.Anyone)]
public sealed class PasswordTyped(string email, string password) : IReading<JudgedPassword>
{
    private string Email => email;
    private string Password => password;

    internal sealed class Reader(PasswordJudge judge) : IAnswer<PasswordTyped, JudgedPassword>
    {
        public async Task<Outcome<JudgedPassword>> Answer(PasswordTyped reading, ReadingContext context, CancellationToken stop)
        {
            var normal = Credentials.Normal(reading.Email);
            return judge.Judge(await context.Db.Users.SingleOrDefaultAsync(row => row.NormalizedEmail == normal, stop), reading.Password);
        }
    }
}
