using Answerable.Model.Conduct;
using Answerable.Model.Procedures;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Walks;

/// <summary>
/// Leads a walk the way agents do: mostly as the chart says, now and then with a step left out, a note, a hold or a step back;
/// what is over a limit is asked of a colleague.
/// </summary>
/// <param name="pace">How long a step takes on the average.</param>
internal sealed class WalkLead(WalkInProgress walk, RandomStream chance, TimeSpan pace)
{
    private const int Most = 60;
    private static readonly string[] Reasons =
    [
        "Long-standing customer, our mistake, and they have been patient.",
        "Second time this quarter; I think it is fair to agree it.",
        "All papers seen. The amount is as the account shows it.",
    ];

    private static readonly string[] Notes =
        ["Prefers to be written to by e-mail.", "Hard of hearing: speak slowly, offer the text relay.", "Will send a photograph this afternoon."];

    public async Task ToEndAsync()
    {
        for (var moves = 0; walk.Node is not Ending; moves++)
        {
            if (moves == Most)
                throw new InvalidOperationException($"The walk goes round at {walk.Walk.At}.");
            await OnceAsync();
        }
    }

    /// <summary>One move on from where it stands.</summary>
    public async Task OnceAsync()
    {
        walk.Pass(pace * (0.35 + 1.3 * chance.NextUniform()));
        if (walk.Node is Decision decision)
            await walk.AnswerAsync(AnswerOf(decision));
        else if (walk.Node is Step step)
            await StepAsync(step);
    }

    /// <summary>Does a step with some of its fields as told.</summary>
    public Task DoAsync(Step step, IReadOnlyDictionary<string, string> told)
    {
        var fields = new Dictionary<string, string>(TypedWords.Of(step, chance, walk.At));
        foreach (var (name, value) in told)
            if (fields.ContainsKey(name))
                fields[name] = value;
        return walk.DoAsync(step, fields, Reasons[chance.Below(Reasons.Length)]);
    }

    private async Task StepAsync(Step step)
    {
        if (step.Who > walk.Agent.Role)
        {
            await HandOverAsync();
            return;
        }
        if (chance.Chance(0.08))
            await walk.NoteAsync(Notes[chance.Below(Notes.Length)]);
        if (chance.Chance(0.07))
            await HoldAsync();
        if (step is { Strictness: Strictness.Advised, Authority: null } && chance.Chance(0.06))
            await walk.SkipAsync(chance.Chance(0.6) ? SkipReason.AlreadyDone : SkipReason.CustomerDeclined);
        else if (walk.Walk.Trail.Count > 0 && chance.Chance(0.03))
            await walk.BackAsync();
        else
            await DoOrAskAsync(step);
    }

    private async Task DoOrAskAsync(Step step)
    {
        var fields = TypedWords.Of(step, chance, walk.At);
        await walk.DoAsync(step, fields, Reasons[chance.Below(Reasons.Length)]);
        if (walk.Walk.Waiting is null)
            return;
        await AskedAsync(chance.Chance(0.88));
        walk.Pass(TimeSpan.FromSeconds(10));
        if (walk.Walk.Refused.Contains(step.Key))
            await walk.SkipAsync(SkipReason.ReferralRefused);
        else
            await walk.DoAsync(step, fields, null);
    }

    private async Task AskedAsync(bool approve)
    {
        var by = await walk.AskedAsync();
        walk.Pass(TimeSpan.FromSeconds(25 + chance.Below(120)));
        await walk.AcceptAsync(by);
        walk.Pass(TimeSpan.FromSeconds(20 + chance.Below(60)));
        await walk.DecideAsync(by, approve, approve
            ? null : "Not this time: the account shows that it was put right in May. Explain how it adds up.");
    }

    private async Task HandOverAsync()
    {
        await walk.ReferAsync("It needs somebody outside the team, and the customer agrees to be put through.");
        walk.Pass(TimeSpan.FromSeconds(40 + chance.Below(90)));
        await walk.AcceptAsync(await walk.AskedAsync());
    }

    private async Task HoldAsync()
    {
        await walk.HoldAsync();
        walk.Pass(TimeSpan.FromSeconds(20 + chance.Below(70)));
        await walk.RetrieveAsync();
    }

    // The first answer is the ordinary case.
    private string AnswerOf(Decision decision) =>
        decision.Answers[chance.Chance(0.62) ? 0 : 1 + chance.Below(decision.Answers.Count - 1)].Key;
}
