using Answerable.App.Conduct;
using Answerable.App.Demo.Days;
using Answerable.Model.Contacts;
using Answerable.Model.Procedures;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Walks;

/// <summary>Plays a scene up to the moment at which the demo centre opens.</summary>
internal sealed class ScenePlay(DemoHand hand, Scene scene, DateTimeOffset now, StreamSource chance, CancellationToken stop)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(24);
    private readonly RandomStream _luck = chance.Stream($"scene/{scene.Key}", 0);

    public static DemoContact Arrival(Scene scene, DateTimeOffset now) => new(
        scene.Key, now.AddSeconds(-scene.SecondsAgo - (scene.Play == Play.Waits ? 0 : 25)), Demands.Of(scene.Queue), scene.Channel, scene.Type,
            scene.Customer, ContactState.Waiting, 0);

    public async Task RunAsync()
    {
        var id = Arrival(scene, now).Id;
        if (scene.Play == Play.Waits || await hand.Db.Set<HandlingRow>().FindAsync([id], stop) is not null)
            return;
        var walk = new WalkInProgress(hand, id, DemoPeople.Of(scene.Agent!), now.AddSeconds(-scene.SecondsAgo), stop);
        var lead = new WalkLead(walk, _luck, Pace);
        await walk.TakeAsync();
        await (scene.Play switch
        {
            Play.Talks or Play.Holds or Play.IsLeft => TalkedAsync(walk, lead),
            Play.IsReferred => ReferredAsync(walk, lead),
            Play.IsTakenOver => TakenOverAsync(walk),
            _ => AskedAsync(walk, lead),
        });
    }

    private async Task TalkedAsync(WalkInProgress walk, WalkLead lead)
    {
        await MovesAsync(walk, lead);
        if (scene.Play == Play.Holds)
            await walk.HoldAsync();
        else if (scene.Play == Play.IsLeft)
            await walk.LeaveAsync();
    }

    private async Task MovesAsync(WalkInProgress walk, WalkLead lead)
    {
        for (var moves = 0; moves < scene.Moves; moves++)
            await MoveAsync(walk, lead);
        walk.Pass(Pace);
    }

    private async Task MoveAsync(WalkInProgress walk, WalkLead lead)
    {
        walk.Pass(Pace * (0.5 + _luck.NextUniform()));
        if (walk.Node is Decision decision)
            await walk.AnswerAsync(scene.Answers.GetValueOrDefault(decision.Key, decision.Answers[0].Key));
        else if (walk.Node is Step step)
            await lead.DoAsync(step, scene.Fields);
    }

    private async Task AskedAsync(WalkInProgress walk, WalkLead lead)
    {
        for (var moves = 0; walk.Walk.Waiting is null && walk.Node is not Ending && moves < 30; moves++)
            await MoveAsync(walk, lead);
        if (scene.Play == Play.Asks)
            return;
        var by = await walk.AskedAsync();
        walk.Pass(Pace);
        await walk.AcceptAsync(by);
        walk.Pass(Pace);
        if (scene.Play == Play.IsApproved)
            await walk.DecideAsync(by, approve: true, null);
        else if (scene.Play == Play.IsRefused)
            await walk.DecideAsync(by, approve: false,
                "The account is not yet a year old, so it is not for writing off. Put it into the arrangement, please.");
    }

    private async Task ReferredAsync(WalkInProgress walk, WalkLead lead)
    {
        await MovesAsync(walk, lead);
        await walk.ReferAsync("He says that the warden at Kiln Street shouted at him, and wants somebody senior. I have taken down what happened.");
    }

    private static async Task TakenOverAsync(WalkInProgress walk)
    {
        walk.Pass(Pace);
        await walk.ReferAsync("Caller says there is no point any more. I am keeping her talking.", urgent: true);
        walk.Pass(TimeSpan.FromSeconds(20));
        await walk.AcceptAsync(await walk.AskedAsync());
    }
}
