namespace Answerable.Model.Conduct;

public sealed partial class WalkState
{
    /// <summary>A walk taken up where it stands.</summary>
    public static WalkState Of(CompiledChart chart, Walk walk)
    {
        var state = new WalkState(chart, 1)
        {
            Id = walk.Id,
            Contact = walk.Contact,
            Case = walk.Case,
            Customer = walk.Customer,
            Procedure = walk.Procedure,
            Version = walk.Version,
            Agent = walk.Agent,
            Waiting = walk.Waiting,
            Held = walk.Held,
            Left = walk.Left,
            Turn = walk.Turn,
            Ending = walk.End?.Ending,
            _at = chart.PlaceOf(walk.At),
            _strange = walk.At,
            _since = walk.Since.UtcTicks,
            _paused = walk.PausedMs,
            _pausedAt = walk.PausedAt?.UtcTicks,
        };
        state.TakeUp(walk);
        return state;
    }

    private void TakeUp(Walk walk)
    {
        (_kept, _keptSteps) = (walk.Trail, walk.Trail.Count);
        if (walk.Known.Count > 0)
            foreach (var noted in walk.Known.Values)
                Note(_chart.SlotOf(noted.Field), noted);
        if (walk.Approvals.Count > 0)
            _approvals.AddRange(walk.Approvals);
        if (walk.Denials.Count > 0)
            _denials.AddRange(walk.Denials);
        for (var place = 0; place < walk.Refused.Count; place++)
            Set(_chart.PlaceOf(walk.Refused[place]), Mark.Refused);
        for (var place = 0; place < walk.Reopened.Count; place++)
            Set(_chart.PlaceOf(walk.Reopened[place]), Mark.Reopened);
    }
}
