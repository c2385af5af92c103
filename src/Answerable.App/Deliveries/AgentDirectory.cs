using Answerable.App.People;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Deliveries;

/// <summary>Who works here, in memory, so that an answered contact costs no question to the database.</summary>
internal sealed class AgentDirectory
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OldestForAStranger = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly Remembered<Dictionary<string, Agent>> _agents;

    public AgentDirectory(IDbContextFactory<AnswerableDb> databases, TimeProvider time) => (_databases, _agents) = (databases, new(ReadAsync, time));

    public sealed record Agent(PersonId Person, TeamId? Team);

    /// <summary>The person of an e-mail address or id; one not known is looked for again, for they may have just come.</summary>
    public async ValueTask<Agent?> FindAsync(string named)
    {
        var key = Credentials.Normal(named.Trim());
        return (await _agents.NoOlderThanAsync(Oldest)).GetValueOrDefault(key)
            ?? (await _agents.NoOlderThanAsync(OldestForAStranger)).GetValueOrDefault(key);
    }

    private async Task<Dictionary<string, Agent>> ReadAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        var agents = new Dictionary<string, Agent>();
        var people = await db.Set<PersonRow>().AsNoTracking()
            .Join(db.Set<Credentials>(), person => person.Id, user => user.Id, (person, user) => new { person.Id, person.Team, user.NormalizedEmail })
            .ToListAsync();
        foreach (var person in people)
        {
            var agent = new Agent(person.Id, person.Team);
            agents[person.Id.ToString().ToUpperInvariant()] = agent;
            if (person.NormalizedEmail is { } email)
                agents[Credentials.Normal(email)] = agent;
        }
        return agents;
    }
}
