namespace Answerable.Model.Conduct;

/// <summary>The moves that end a walk.</summary>
internal static class Closing
{
    public static Outcome<Done> Finish(WalkState walk, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        if (walk.Place?.Ending is not { } ending)
            return new Refusal("walk.no-outcome", "The procedure has not reached an outcome. Go on to one, or say why it ends here.", "breakReason");
        minutes?.Write(new WalkFinished(ending.Key, ending.Title, ending.Resolved, walk.SpentMs(at), standing.By));
        Referring.CloseAny(walk, "The contact was finished.", minutes);
        minutes?.Write(new Command.ResolveContact(ending.Resolved, ending.Key));
        walk.End(ending.Title);
        return Done.It;
    }

    public static Outcome<Done> BreakOff(WalkState walk, Move.BreakOff broken, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        var resolved = broken.Reason == BreakOffReason.ServedOtherwise;
        minutes?.Write(new WalkBrokenOff(walk.At, broken.Reason, resolved, walk.SpentMs(at), standing.By));
        Referring.CloseAny(walk, "The contact was closed.", minutes);
        minutes?.Write(new Command.ResolveContact(resolved, "broken-off"));
        walk.End(broken.Reason.Words());
        return Done.It;
    }
}
