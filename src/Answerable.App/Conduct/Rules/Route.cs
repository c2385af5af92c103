using Answerable.App.Authority;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Where a referral goes: who could take it, and who of them it is put to.</summary>
internal sealed record Route(Role AtLeast, PersonId Requester, TeamId? Team, Asked? Asked, DecisionKind? Kind, Matrix Matrix,
    IReadOnlyList<Given> Given, DateTimeOffset At)
{
    private static readonly string[] Taken = ["referral.accepted", "referral.passed-on"];

    public static Route ForContact(Role to, PersonId requester, TeamId? team, DateTimeOffset at) =>
        new(to, requester, team, null, null, Matrix.Empty, [], at);

    public static async Task<Route> ForDecisionAsync(
        AnswerableDb db, Role atLeast, PersonId requester, TeamId? team, Asked asked, WalkId? walk, string? node, DateTimeOffset at,
            CancellationToken stop)
    {
        var matrix = await MatrixRows.InForceAsync(db, asked.DecisionKind, at, stop);
        var kind = (await MatrixRows.KindsAsync(db, stop)).FirstOrDefault(known => known.Code == asked.DecisionKind)
            ?? new DecisionKind(asked.DecisionKind, asked.DecisionKind, true);
        // What the same step decided before and would now replace does not count: redone is told by there being one to replace.
        var given = await GivenAmounts.OfAsync(db, asked, matrix, walk, node, await RedoneAsync(db, walk, node, stop), at, stop);
        return new Route(atLeast, requester, team, asked, kind, matrix, given, at);
    }

    public static async Task<Route> ForAsync(AnswerableDb db, ReferralRow row, DateTimeOffset at, CancellationToken stop) =>
        row.Matter == ReferralMatter.Contact
        ? ForContact(row.ToRole, row.RequestedBy, row.Team, at)
        : await ForDecisionAsync(db, row.AtLeast, row.RequestedBy, row.Team, row.Asked(row.Pence), row.Walk, row.Node, at, stop);

    /// <summary>Where it goes when it is passed on: to no less authority than it asks for now, and to nobody who has had it.</summary>
    public static async Task<(Route Route, IReadOnlyCollection<PersonId> Had)> OnwardAsync(AnswerableDb db, ReferralRow row, PersonId by,
        DateTimeOffset at, CancellationToken stop)
    {
        var route = await ForAsync(db, row, at, stop);
        var before = await db.Set<JournalRow>().Where(line => line.Subject == row.Id.Value && Taken.Contains(line.Name) && line.Actor != null)
            .Select(line => line.Actor!.Value).ToListAsync(stop);
        return (route with { AtLeast = row.ToRole > route.AtLeast ? row.ToRole : route.AtLeast },
            row.Referral().NeverTo(by, before.Select(PersonId.From)));
    }

    public bool Covers(Decider decider) => decider.Role >= AtLeast
        && decider.Person != Requester
        && (Asked is null || Matrix.Covers(Kind!, Asked, decider, Given, At));

    /// <summary>The one it is put to; nobody where it waits for any of the role. Where only a person's own limit covers it, it waits for them
    /// by name though they are not at work: no role may answer it.</summary>
    public Candidate? Find(IEnumerable<Candidate> colleagues, params IReadOnlyCollection<PersonId> but)
    {
        var others = colleagues.Where(colleague => !but.Contains(colleague.Person)).ToArray();
        return Candidates.Find(others, Requester, Team, Covers)
            ?? (Roles.Line.Any(role => Covers(new Decider(null, role))) ? null : others.OrderBy(one => one.Role).FirstOrDefault(Covers));
    }

    private bool Covers(Candidate colleague) => Covers(colleague.Decider);

    /// <summary>Those it could go to, at work or not: the roles of the line, and colleagues by limits of their own.</summary>
    public IReadOnlyList<Decider> Deciders(IEnumerable<Candidate> colleagues) =>
    [
        .. Roles.Line.Where(role => role >= AtLeast).Select(role => new Decider(null, role)),
        .. colleagues.Where(one => one.Role >= AtLeast && one.Person != Requester).Select(one => one.Decider),
    ];

    /// <summary>How far any of them may go; null where no decision is asked for.</summary>
    public Reach? Reach(IEnumerable<Candidate> colleagues, params IReadOnlyList<Decider> beside) => Asked is null
        ? null
        : Model.Authority.Reach.Of(Matrix, Kind!, Asked, [.. Deciders(colleagues), .. beside], Given, At);

    /// <summary>The lowest role that could take it; a manager's where no limit covers it, who can refuse it or have the limit set.</summary>
    public Role LowestRole(Role above = Role.Agent) => Roles.Line
        .Where(role => role > above && Covers(new Decider(null, role)))
        .FirstOrDefault(Role.Manager);

    private static async Task<bool> RedoneAsync(AnswerableDb db, WalkId? walk, string? node, CancellationToken stop) =>
        walk is { } known && node is not null
        && await db.Set<WalkRow>().FindAsync([known], stop) is { } row
        && WalkJson.Read(row.State).Reopened.Contains(node);
}
