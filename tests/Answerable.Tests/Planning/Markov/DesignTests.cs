using Answerable.Analysis.Planning.Erlang;
using Answerable.Analysis.Planning.Markov;

namespace Answerable.Tests.Planning.Markov;

/// <summary>Designs at the limits where they become simpler ones, and what is said of those that have no figures.</summary>
public sealed class DesignTests
{
    private static readonly Load Work = new(200, 180);

    [Fact]
    public void Two_pools_that_both_serve_all_are_one_pool()
    {
        var figures = new TwoSkillDesign(Routing.X, Work with { CallsPerHour = 120 }, Work with { CallsPerHour = 80 }, 5, 6, 240, 240).Figures()!;
        var pooled = ErlangA.Figures(Work, 11, 240, null);
        Close.To(pooled.Waits!.Value, figures["p_wait_1"], 1e-12, "p_wait");
        Close.To(pooled.Abandons!.Value, 0.6 * figures["p_abandon_1"] + 0.4 * figures["p_abandon_2"], 1e-12, "abandonment");
        Close.To(pooled.Occupancy, (5 * figures["occ_pool1"] + 6 * figures["occ_pool2"]) / 11, 1e-12, "occupancy");
    }

    [Fact]
    public void Skills_lie_between_apart_and_pooled()
    {
        Load first = Work with { CallsPerHour = 120 }, second = Work with { CallsPerHour = 80 };
        var design = new TwoSkillDesign(Routing.N, first, second, 6, 4, 240, 240);
        var apart = 0.6 * ErlangA.Figures(first, 6, 240, null).Abandons!.Value + 0.4 * ErlangA.Figures(second, 4, 240, null).Abandons!.Value;
        Assert.InRange(Abandons(design), Abandons(design with { Routing = Routing.X }), apart);
    }

    private static double Abandons(TwoSkillDesign design) => design.Figures() is { } figures
        ? 0.6 * figures["p_abandon_1"] + 0.4 * figures["p_abandon_2"]
        : double.NaN;

    [Fact]
    public void Nobody_redialling_or_called_back_is_erlang_A()
    {
        var plain = ErlangA.Figures(Work, 11, 120, null);
        var redial = new RedialDesign(Work, 11, 120, 0, 600).Figures()!;
        var callback = new CallbackDesign(Work, 11, 120, 3, 0).Figures()!;
        Assert.Equal(1, redial["attempts_per_original"]);
        foreach (var (plainly, redialling, calledBack) in ((double, string, string)[])
            [(plain.Abandons!.Value, "p_abandon_per_attempt", "p_abandon_of_all"), (plain.Occupancy, "occ", "occ"),
                (plain.MeanWaitSeconds!.Value, "wait_all_per_attempt_s", "wait_live_all_s")])
        {
            Close.To(plainly, redial[redialling], 1e-12, redialling);
            Close.To(plainly, callback[calledBack], 1e-12, calledBack);
        }
    }

    [Fact]
    public void Priority_moves_waiting_about_but_makes_none()
    {
        var figures = new PriorityQueue(60, 140, 180, 12).Figures();
        Close.To(ErlangC.Figures(Work, 12, null).MeanWaitSeconds!.Value, 0.3 * figures["wait_hi_s"] + 0.7 * figures["wait_lo_s"], 1e-12, "mean wait");
    }

    [Theory,
        InlineData("priority_nonpreemptive_MMn", "lambda_hi_ph=60;lambda_lo_ph=60;aht_s=300;agents=10", "no steady state"),
        InlineData("MG1_PollaczekKhinchine", "lambda_ph=20;aht_s=180;scv=1", "no steady state"),
        InlineData("callback_offer_exact_CTMC", "lambda_ph=900;aht_s=180;agents=11;patience_s=120;offer_if_queue_at_least=1;p_accept=1",
            "no steady state"),
        InlineData("redial_MMnM_exact_CTMC", "lambda_ph=900;aht_s=180;agents=11;patience_s=120;p_redial=1;mean_redial_delay_s=600",
            "no steady state"),
        InlineData("redial_MMnM_exact_CTMC", "lambda_ph=900;aht_s=180;agents=11;patience_s=120;p_redial=1.5;mean_redial_delay_s=600",
            "p_redial must be between 0 and 1"),
        InlineData("SBR_X_design_exact_CTMC", "lambda1_ph=1;lambda2_ph=1;aht_s=180;pool1=0;pool2=1;patience1_s=5;patience2_s=5",
            "pool1 must be above zero"),
        InlineData("SBR_X_design_exact_CTMC", "lambda1_ph=1;lambda2_ph=1;aht_s=NaN;pool1=1.5;pool2=1;patience1_s=5;patience2_s=5",
            "aht_s is \"NaN\""),
        InlineData("SBR_X_design_exact_CTMC", "lambda1_ph=1", "lambda2_ph is missing"),
        InlineData("MG1_PollaczekKhinchine", "lambda_ph=15;aht_s=180;service=odd", "service is \"odd\""),
        InlineData("MG1_PollaczekKhinchine", "lambda_ph=15;lambda_ph=16;aht_s;scv=1", "given twice"),
        InlineData("no such", "", "is not one of")]
    public void A_design_that_has_no_figures_says_why(string model, string parameters, string reason)
    {
        var (design, faults) = SteadyModels.Read(model, parameters);
        Assert.Null(design);
        Assert.Contains(faults, fault => fault.Sentence.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_design_too_large_to_solve_has_no_figures_rather_than_no_end() =>
        Assert.Null(new TwoSkillDesign(Routing.N, Work, Work, 50_000, 50_000, 60, 60).Figures());

    [Theory, InlineData("service=erlang4", 0.25), InlineData("service=lognormal cv=1.5", 2.25), InlineData("service=deterministic", 0)]
    public void A_handling_time_may_be_told_by_its_distribution(string service, double variation)
    {
        var (design, _) = SteadyModels.Read("MG1_PollaczekKhinchine", $"lambda_ph=15;aht_s=180;{service}");
        Assert.Equal(variation, Assert.IsType<SingleAgentQueue>(design).SquaredVariation);
    }
}
