using Answerable.App.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Demo.Walks;

/// <summary>A contact being led through its procedure by the desk's own acts, with a clock that is moved on by hand.</summary>
internal sealed class WalkInProgress(DemoHand hand, ContactId contact, DemoPerson agent, DateTimeOffset at, CancellationToken stop)
{
    public DateTimeOffset At { get; private set; } = at;
    public DemoPerson Agent { get; private set; } = agent;
    public Walk Walk { get; private set; } = null!;
    public Chart Chart { get; private set; } = Chart.Empty;
    public Node Node => Chart.Find(Walk.At)!;

    public void Pass(TimeSpan time) => At += time;

    public async Task TakeAsync()
    {
        await hand.DoAsync<TakeContact, ContactId>(new TakeContact(contact), Agent.Actor, At, stop);
        await LookAsync();
        Chart = (await GuidingVersion.OfAsync(hand.Db, Walk.Procedure, Walk.Version, stop)).Chart;
    }

    public Task AnswerAsync(string answer) => ActAsync(new AnswerDecision(contact, Walk.At, Walk.Turn, answer));

    public Task DoAsync(Step step, IReadOnlyDictionary<string, string> fields, string? reason) =>
        ActAsync(new DoStep(contact, step.Key, Walk.Turn, fields, Said: step.Guideline.MustSay.Length > 0, reason, AllTheSame: true));

    public Task SkipAsync(SkipReason reason) => ActAsync(new SkipStep(contact, Walk.At, Walk.Turn, reason));

    public Task BackAsync() => ActAsync(new GoBack(contact, Walk.At, Walk.Turn));

    public Task NoteAsync(string words) => ActAsync(new MakeNote(contact, words));

    public Task HoldAsync() => ActAsync(new HoldContact(contact));

    public Task RetrieveAsync() => ActAsync(new RetrieveContact(contact));

    public Task LeaveAsync() => ActAsync(new LeaveWalk(contact));

    public Task ReferAsync(string reason, bool urgent = false) => ActAsync(new ReferContact(contact, reason, Urgent: urgent));

    public Task EndAsync() => ActAsync(new EndContact(contact));

    public async Task WrapAsync() => await hand.DoAsync(new FinishWrap(contact), Agent.Actor, At, stop);

    /// <summary>Who a referral should go to: the one it was put to, or whoever of its role belongs to the team.</summary>
    public async Task<DemoPerson> AskedAsync()
    {
        var row = (await hand.Db.Set<ReferralRow>().FindAsync([Walk.Waiting!.Referral], stop))!;
        if (row.AssignedTo is { } assigned)
            return DemoPeople.All.First(person => person.Id == assigned);
        return row.ToRole switch
        {
            Role.SeniorAgent => DemoPeople.Senior(Agent.Team!),
            Role.TeamLeader => DemoPeople.Leader(Agent.Team!),
            _ => DemoPeople.Accounts.First(person => person.Role == Role.Manager),
        };
    }

    public async Task AcceptAsync(DemoPerson by)
    {
        var accepted = await hand.DoAsync<AcceptReferral, AcceptReferral.Accepted>(new AcceptReferral(Walk.Waiting!.Referral), by.Actor, At, stop);
        if (accepted.TakenOver is not null)
            Agent = by;
        await LookAsync();
    }

    public async Task DecideAsync(DemoPerson by, bool approve, string? reason)
    {
        ReferralId referral = Walk.Waiting!.Referral;
        await hand.DoAsync(new DecideReferral(referral, approve, reason), by.Actor, At, stop);
        await LookAsync();
    }

    private async Task ActAsync<TAct>(TAct act) where TAct : Acts.IAct<Model.Done>
    {
        await hand.DoAsync(act, Agent.Actor, At, stop);
        await LookAsync();
    }

    private async Task LookAsync()
    {
        var handling = (await hand.Db.Set<HandlingRow>().FindAsync([contact], stop))!;
        Walk = WalkJson.Read((await hand.Db.Set<WalkRow>().FindAsync([handling.Walk!.Value], stop))!.State);
    }
}
