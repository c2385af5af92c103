using System.Globalization;
using Answerable.Simulation.Replications;
using Answerable.Web.Rehearsal;

namespace Answerable.Tests.Rehearsal;

public class SmallDesignTests
{
    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(20261122, 0.02)]
    public void Every_exact_steady_state_is_met_within_three_standard_errors_and_a_bit(long seed, double relativeError)
    {
        var exact = SharedFile.Cells("vectors/ctmc.csv");
        var answered = Answer(string.Join('\n', SharedFile.Lines("vectors/ctmc.csv")), seed, relativeError, out var problem);
        Assert.Null(problem);
        var figures =
            answered.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(l => l.Split(',')).ToArray();
        Assert.Equal(exact.Count, figures.Length);
        var misses = exact.Zip(figures, (e, f) =>
        {
            var (value, estimate, error) = (Number(e[4]), Number(f[2]), Number(f[3]));
            Assert.Equal((e[0], e[3]), (f[0], f[1]));
            return Math.Abs(estimate - value) <= 3.3 * error && error <= relativeError * value
                ? null : $"{e[0]} {e[3]}: {value} but {estimate} ± {error}";
        }).OfType<string>();
        Assert.Empty(misses);
    }

    [Fact]
    public void The_same_seed_gives_the_same_table_on_one_thread_and_on_two_and_another_seed_another()
    {
        const string asked =
            "id,model,params,metric\n"
            + "R,redial_MMnM_exact_CTMC,lambda_ph=200;aht_s=180;agents=9;patience_s=120;p_redial=0.7;mean_redial_delay_s=300,occ\n";
        var one = Answer(asked, 5, 0.05, out _, threads: 1);
        Assert.Equal(one, Answer(asked, 5, 0.05, out _, threads: 2));
        Assert.NotEqual(one, Answer(asked, 6, 0.05, out _, threads: 2));
    }

    /// <summary>Of a single agent's queue the mean wait rests on the variation alone, whatever its law is called.</summary>
    [Theory]
    [InlineData("service=H2;scv=2", 270)]
    [InlineData("service=some mixture;scv=0.5", 135)]
    [InlineData("service=surely;scv=0", 90)]
    [InlineData("service=hyperexponential scv=2", 270)]
    public void A_handling_law_is_known_by_its_name_or_its_squared_variation(string service, double wait)
    {
        var cells = Answer($"id,model,params,metric\nG,MG1_PollaczekKhinchine,lambda_ph=10;aht_s=180;{service},wait_s", 3, 0.02, out var problem)
            .Split('\n')[1].Split(',');
        Assert.Null(problem);
        Assert.InRange(Number(cells[2]), wait - 3.3 * Number(cells[3]), wait + 3.3 * Number(cells[3]));
    }

    [Theory]
    [InlineData("MG1_PollaczekKhinchine,lambda_ph=19.9;aht_s=180;service=exponential;scv=1,wait_s", "too many contacts")]
    [InlineData("MG1_PollaczekKhinchine,lambda_ph=10;aht_s=180;service=deterministic;scv=-1,wait_s", "scv must be 0 or a positive number")]
    [InlineData("callback_offer_exact_CTMC,lambda_ph=400;aht_s=180;agents=11;patience_s=12000;offer_if_queue_at_least=0;p_accept=1,occ",
        "no steady state")]
    [InlineData("redial_MMnM_exact_CTMC,lambda_ph=400;aht_s=180;agents=11;patience_s=120;p_redial=1;mean_redial_delay_s=300,occ", "no steady state")]
    public void What_has_no_steady_state_or_would_not_end_is_said_to_have_none(string asked, string sentence)
    {
        Answer($"id,model,params,metric\nA,{asked}", 1, 0.05, out var problem);
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The table is empty")]
    [InlineData("id,model,metric\na,b,c", "Row 1: column params is missing")]
    [InlineData("id,model,params,metric\nA,,x=1,occ", "Row 2: column model is empty")]
    [InlineData("id,model,params,metric\nA,teleport,x=1,occ", "Row 2 (A), column model: there is no design named \"teleport\"")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=15;aht_s=180,speed", "Row 2 (A), column metric")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=-15;aht_s=180,rho",
        "column params: lambda_ph must be a positive number, but is \"-15\"")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=NaN;aht_s=180,rho",
        "column params: lambda_ph must be a positive number, but is \"NaN\"")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=15,rho", "column params: aht_s is missing")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=15;lambda_ph=16;aht_s=180,rho", "lambda_ph is given twice")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=15;aht_s=180;service=quantum,rho", "names no handling law")]
    [InlineData("id,model,params,metric\nA,MG1_PollaczekKhinchine,lambda_ph=25;aht_s=180,rho", "there is no steady state")]
    [InlineData("id,model,params,metric\nA,priority_nonpreemptive_MMn,lambda_hi_ph=1;lambda_lo_ph=1;aht_s=1;agents=0,p_wait",
        "agents must be a whole number from 1 to 100,000, but is \"0\"")]
    [InlineData("id,model,params,metric\nA,priority_nonpreemptive_MMn,lambda_hi_ph=1;lambda_lo_ph=1;aht_s=1;agents=1000000,p_wait",
        "agents must be a whole number")]
    [InlineData("id,model,params,metric\n"
        + "A,redial_MMnM_exact_CTMC,lambda_ph=200;aht_s=180;agents=11;patience_s=120;p_redial=1.5;mean_redial_delay_s=600,occ",
        "p_redial must be a probability")]
    public void Bad_input_gives_a_sentence_that_names_its_place(string table, string sentence)
    {
        Answer(table, 1, 0.05, out var problem);
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
    }

    private static string Answer(string asked, long seed, double relativeError, out string? problem, int threads = 0)
    {
        using var from = new StringReader(asked);
        using var to = new StringWriter();
        problem = DesignTable.Answer(from, to, seed, relativeError, new ReplicationPlan(threads));
        return to.ToString();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
