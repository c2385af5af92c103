namespace Answerable.Model.Conduct;

/// <summary>What each fact makes of the walk in hand: the very changes that <see cref="WalkFold"/> makes of the walk kept.</summary>
public sealed partial class WalkState
{
    internal void Begin(WalkBegun begun, WalkId id, DateTimeOffset at)
    {
        Array.Clear(_marks);
        Array.Clear(_known);
        _approvals.Clear();
        _denials.Clear();
        (Id, Contact, Case, Customer) = (id, begun.Contact, begun.Case, begun.Customer);
        (Procedure, Version, Agent, Waiting) = (begun.Procedure, begun.Version, begun.By, null);
        (Held, Left, Turn, Ending, _steps, _keptSteps) = (false, false, 0, null, 0, 0);
        (_at, _since, _paused, _pausedAt) = (_chart.PlaceOf(begun.Node), at.UtcTicks, 0, null);
        for (var place = 0; place < begun.Known.Count; place++)
            Note(_chart.SlotOf(begun.Known[place].Field), begun.Known[place]);
    }

    internal void GoOn(int to, DateTimeOffset at, ReferralId? under = null)
    {
        Push(_at, under);
        _marks[_at] &= (byte)~Mark.Reopened;
        Arrive(to, at);
    }

    internal void Back(DateTimeOffset at)
    {
        var to = _steps > 0 ? _trail[--_steps].Place : _chart.PlaceOf(_kept[--_keptSteps].Node);
        Set(to, Mark.Reopened);
        Arrive(to, at);
    }

    internal void Learn(Place place, IReadOnlyList<Noted> noted)
    {
        for (var number = 0; number < noted.Count; number++)
            Note(place.SlotOf(noted[number].Field), noted[number]);
    }

    internal void KnowCustomer(CustomerId customer) => Customer = customer;

    internal void Await(Waiting waiting) => (Waiting, Turn) = (waiting, Turn + 1);

    internal void Drop() => (Waiting, Turn) = (null, Turn + 1);

    internal void Approve(Approval approval)
    {
        _approvals.Add(approval);
        Drop();
    }

    internal void Refuse(RefusalHeard heard, DateTimeOffset at)
    {
        if (WalkFold.DenialOf(Waiting, heard, at) is { } denial)
            _denials.Add(denial);
        Set(_chart.PlaceOf(Waiting?.Node ?? At), Mark.Refused);
        Drop();
    }

    internal void Hold(DateTimeOffset at)
    {
        _pausedAt ??= at.UtcTicks;
        Held = true;
    }

    internal void Retrieve(DateTimeOffset at)
    {
        Held = false;
        Unpause(at);
    }

    internal void Leave(DateTimeOffset at)
    {
        _pausedAt ??= at.UtcTicks;
        (Left, Turn) = (true, Turn + 1);
    }

    internal void Resume(PersonId by, ReferralId? referral, DateTimeOffset at)
    {
        Left = false;
        Unpause(at);
        (Agent, Turn) = (by, Turn + 1);
        if (Waiting?.Referral == referral)
            Waiting = null;
    }

    internal void End(string ending) => (Ending, Waiting, Turn) = (ending, null, Turn + 1);

    private void Arrive(int to, DateTimeOffset at)
    {
        (_at, _since, _paused, Turn) = (to, at.UtcTicks, 0, Turn + 1);
        if (_pausedAt is not null)
            _pausedAt = at.UtcTicks;
    }

    private void Unpause(DateTimeOffset at)
    {
        if (_pausedAt is not { } since || Held || Left)
            return;
        _paused += Milliseconds(at.UtcTicks - since);
        _pausedAt = null;
    }
}
