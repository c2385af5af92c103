using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Conduct;

public sealed class DeskProperties
{
    private sealed record Played(int Choice, int Detail, int Seconds);

    private sealed record Script(bool Guided, IReadOnlyList<Played> Moves);

    private static readonly Arbitrary<Script> Any = (
        from guided in Gen.Elements(true, false)
        from moves in (from choice in Gen.Choose(0, 12)
                       from detail in Gen.Choose(0, 11)
                       from seconds in Gen.Choose(0, 300)
                       select new Played(choice, detail, seconds)).ArrayOf().Resize(25)
        select new Script(guided, moves)).ToArbitrary();

    [Fact]
    public void The_contact_folded_from_the_facts_stands_as_the_handling_does() => Everywhere(desk =>
    {
        var (folded, handling) = (desk.Folded!, desk.Handling);
        return folded.Agent == handling.Agent && folded.EndedAt == handling.EndedAt && folded.ClosedAt == handling.ClosedAt
            && (folded.Holds is { Open: true }) == (handling.HeldAt is not null)
            && (handling.Type is null || folded.Type == handling.Type)
            && (handling.ClosedAt is null || folded.Resolved is not null);
    });

    [Fact]
    public void Every_walk_folded_from_its_facts_is_the_walk_that_was_told() => Everywhere(desk => desk.Walks.Values.All(walk =>
        WalkJson.Write(WalkFold.Of(desk.Journal.Where(entry => entry.Subject == walk.Id.Value))!) == WalkJson.Write(walk)));

    [Fact]
    public void A_walk_under_way_is_with_the_one_who_has_the_contact_and_at_most_one_is() => Everywhere(desk =>
        desk.Walks.Values.Count(walk => walk.End is null) <= 1
        && (desk.Walk is not { End: null } walk || (walk.Agent == desk.Handling.Agent && walk.Left == desk.Handling.LeftAt is not null
            && (!walk.Held || desk.Handling.HeldAt is not null))));

    [Fact]
    public void A_closed_contact_has_no_walk_under_way() => Everywhere(desk =>
        desk.Handling.ClosedAt is null || desk.Walks.Values.All(walk => walk.End is not null));

    private static HandlingMove Of(Played played, AtDesk desk) => played.Choice switch
    {
        0 or 1 => new HandlingMove.Hold(),
        2 or 3 => new HandlingMove.Retrieve(),
        4 => new HandlingMove.End(),
        5 => new HandlingMove.Close(played.Detail % 3 == 0 ? null : (BreakOffReason)(played.Detail % 4), played.Detail % 2 == 0 ? true : null),
        6 => played.Detail % 2 == 0 ? new HandlingMove.PutDown() : new HandlingMove.Leave(),
        7 => new HandlingMove.Resume(),
        8 => new HandlingMove.TakeOver(desk.Walk?.Waiting?.Referral ?? desk.Handling.FreeReferral ?? default),
        9 => new HandlingMove.ChooseType($"type-{played.Detail % 3}", played.Detail % 4 == 0 ? null : desk.Guide($"type-{played.Detail % 3}")),
        10 => new HandlingMove.MakeNote(Guid.Empty),
        11 => new HandlingMove.Refer(played.Detail % 3 == 0 ? null : Guid.Empty, Roles.Line[played.Detail % 4], played.Detail % 4 == 0),
        _ => new HandlingMove.KnowCustomer(Authority.Limits.Customer(played.Detail)),
    };

    private static void Everywhere(Func<AtDesk, bool> holds) => Check.One(Tries.Of(1000), Prop.ForAll(Any, script =>
    {
        var desk = new AtDesk(guided: script.Guided);
        foreach (var played in script.Moves)
        {
            // Of two who answer at one instant the fold cannot know which came last: it takes facts in any order.
            desk.After(Math.Max(1, played.Seconds));
            if (played.Detail % 5 == 0 && desk.Walk is { End: null, Left: false } walk && walk.Agent == AtDesk.Ama.Id && walk.At is "n1" or "n2")
                desk.Step(desk.Walk!.At);
            var taken = desk.Take(Of(played, desk), played.Detail % 4 == 1 ? AtDesk.Sena : AtDesk.Ama);
            if (taken.Allowed && !holds(desk))
                return false;
        }
        return true;
    }));
}
