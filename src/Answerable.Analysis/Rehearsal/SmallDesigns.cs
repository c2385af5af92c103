namespace Answerable.Analysis.Rehearsal;

/// <summary>The small designs themselves, each as its story. Routing is to the letter of the reference values.</summary>
internal static class SmallDesigns
{
    /// <summary>Two priorities, non-preemptive, one kind of agent; nobody gives up.</summary>
    public static SmallDesign Priority(DesignParameters p)
    {
        var handling = p.Positive("aht_s");
        var scenario = Scenario.Named("priority")
            .With(ContactType.ByPhone("high").Arriving(p.Positive("lambda_hi_ph")).TakingOnAverage(handling),
                ContactType.ByPhone("low").Arriving(p.Positive("lambda_lo_ph")).TakingOnAverage(handling))
            .With(SkillGroup.Of("agents", p.Agents("agents")).Serving("high").Serving("low"));
        return Design(scenario,
            Figure.OfAll("p_wait", TypeCount.FoundBusy, TypeCount.Attempts),
            Figure.Share("wait_hi_s", 0, TypeCount.Waited, TypeCount.Attempts),
            Figure.Share("wait_lo_s", 1, TypeCount.Waited, TypeCount.Attempts),
            Figure.OfAll("wait_all_s", TypeCount.Waited, TypeCount.Attempts));
    }

    /// <summary>One agent, general handling times; nobody gives up.</summary>
    public static SmallDesign SingleServer(DesignParameters p)
    {
        var scenario = Scenario.Named("M/G/1")
            .With(ContactType.ByPhone("calls").Arriving(p.Positive("lambda_ph")).Taking(p.Law("service", p.Positive("aht_s"))))
            .With(SkillGroup.Of("agent", 1).Serving("calls"));
        return Design(scenario,
            Figure.Occupancy("rho", 0),
            Figure.Share("wait_s", 0, TypeCount.Waited, TypeCount.Attempts),
            Figure.MeanLevel("queue", 0, TypeCount.QueueTime));
    }

    /// <summary>Pool 1 serves type 1 only, pool 2 both: type 1 prefers pool 1, a freed agent of pool 2 takes type 2 first.</summary>
    public static SmallDesign NDesign(DesignParameters p) => TwoSkills(p,
        SkillGroup.Of("pool 1", p.Agents("pool1")).Serving("type 1"),
        SkillGroup.Of("pool 2", p.Agents("pool2")).Serving("type 2").Serving("type 1", preference: 2));

    /// <summary>Both pools serve both types, each its own first; arrivals prefer their own pool.</summary>
    public static SmallDesign XDesign(DesignParameters p) => TwoSkills(p,
        SkillGroup.Of("pool 1", p.Agents("pool1")).Serving("type 1").Serving("type 2", preference: 2),
        SkillGroup.Of("pool 2", p.Agents("pool2")).Serving("type 2").Serving("type 1", preference: 2));

    /// <summary>Whoever gives up redials with some probability, as a fresh attempt.</summary>
    public static SmallDesign Redial(DesignParameters p)
    {
        var calls = Calls(p).Redialling(p.Probability("p_redial"), p.Positive("mean_redial_delay_s"));
        return Design(OneGroup("redial", calls, p),
            Figure.Share("attempts_per_original", 0, TypeCount.Attempts, TypeCount.Originals),
            Figure.Share("p_wait_per_attempt", 0, TypeCount.FoundBusy, TypeCount.Attempts),
            Figure.Share("p_abandon_per_attempt", 0, TypeCount.Abandoned, TypeCount.Attempts),
            Figure.Share("p_served_eventually", 0, TypeCount.Answered, TypeCount.Originals),
            Figure.Share("wait_all_per_attempt_s", 0, TypeCount.Waited, TypeCount.Attempts),
            Figure.MeanLevel("mean_in_orbit", 0, TypeCount.OrbitTime),
            Figure.Occupancy("occ", 0));
    }

    /// <summary>A callback is offered when all are busy and enough wait; callbacks are made when nobody waits live.</summary>
    public static SmallDesign Callback(DesignParameters p)
    {
        var calls = Calls(p).OfferingCallback(p.Whole("offer_if_queue_at_least"), p.Probability("p_accept"));
        return Design(OneGroup("callback", calls, p),
            Figure.Share("p_callback", 0, TypeCount.CallbacksAccepted, TypeCount.Attempts),
            Figure.Share("p_abandon_of_all", 0, TypeCount.Abandoned, TypeCount.Attempts),
            new Figure("wait_live_all_s", tally => tally[0, TypeCount.Waited],
                tally => tally[0, TypeCount.Attempts] - tally[0, TypeCount.CallbacksAccepted]),
            Figure.Share("callback_delay_s", 0, TypeCount.CallbackDelay, TypeCount.CallbacksMade),
            Figure.MeanLevel("mean_callbacks_waiting", 0, TypeCount.CallbackQueueTime),
            Figure.Occupancy("occ", 0),
            Figure.Share("p_all_busy", 0, TypeCount.FoundBusy, TypeCount.Attempts));
    }

    private static SmallDesign TwoSkills(DesignParameters p, SkillGroup first, SkillGroup second)
    {
        var handling = p.Positive("aht_s");
        var scenario = Scenario.Named("two skills")
            .With(ContactType.ByPhone("type 1").Arriving(p.Positive("lambda1_ph")).TakingOnAverage(handling)
                .WaitingOnAverage(p.Positive("patience1_s")),
                ContactType.ByPhone("type 2").Arriving(p.Positive("lambda2_ph")).TakingOnAverage(handling)
                    .WaitingOnAverage(p.Positive("patience2_s")))
            .With(first, second);
        return Design(scenario,
            Figure.Share("p_wait_1", 0, TypeCount.FoundBusy, TypeCount.Attempts),
            Figure.Share("p_wait_2", 1, TypeCount.FoundBusy, TypeCount.Attempts),
            Figure.Share("p_abandon_1", 0, TypeCount.Abandoned, TypeCount.Attempts),
            Figure.Share("p_abandon_2", 1, TypeCount.Abandoned, TypeCount.Attempts),
            Figure.Share("wait_all_1_s", 0, TypeCount.Waited, TypeCount.Attempts),
            Figure.Share("wait_all_2_s", 1, TypeCount.Waited, TypeCount.Attempts),
            Figure.Occupancy("occ_pool1", 0),
            Figure.Occupancy("occ_pool2", 1));
    }

    private static ContactType Calls(DesignParameters p) =>
        ContactType.ByPhone("calls").Arriving(p.Positive("lambda_ph")).TakingOnAverage(p.Positive("aht_s"))
            .WaitingOnAverage(p.Positive("patience_s"));

    private static Scenario OneGroup(string name, ContactType calls, DesignParameters p) =>
        Scenario.Named(name).With(calls).With(SkillGroup.Of("agents", p.Agents("agents")).Serving("calls"));

    private static SmallDesign Design(Scenario scenario, params Figure[] figures) =>
        new(scenario, figures.ToDictionary(figure => figure.Name));
}
