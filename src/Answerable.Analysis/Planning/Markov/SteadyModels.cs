using System.Globalization;
using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>The designs by the names and parameters under which files speak of them.</summary>
public static class SteadyModels
{
    private static readonly Dictionary<string, Func<DesignParameters, ISteadyDesign>> Readers = new()
    {
        ["priority_nonpreemptive_MMn"] = from => new PriorityQueue(
            from.Number("lambda_hi_ph"), from.Number("lambda_lo_ph"), from.Number("aht_s"), from.Count("agents")),
        ["MG1_PollaczekKhinchine"] = from => new SingleAgentQueue(
            new Load(from.Number("lambda_ph"), from.Number("aht_s")), from.Has("scv") ? from.Number("scv") : from.Variation("service")),
        ["SBR_N_design_exact_CTMC"] = from => TwoSkills(Routing.N, from),
        ["SBR_X_design_exact_CTMC"] = from => TwoSkills(Routing.X, from),
        ["redial_MMnM_exact_CTMC"] = from => new RedialDesign(
            new Load(from.Number("lambda_ph"), from.Number("aht_s")), from.Count("agents"), from.Number("patience_s"),
            from.Number("p_redial"), from.Number("mean_redial_delay_s")),
        ["callback_offer_exact_CTMC"] = from => new CallbackDesign(
            new Load(from.Number("lambda_ph"), from.Number("aht_s")), from.Count("agents"), from.Number("patience_s"),
            from.Count("offer_if_queue_at_least"), from.Number("p_accept")),
    };

    /// <summary>The names of the models there are.</summary>
    public static IEnumerable<string> Names => Readers.Keys;

    /// <summary>
    /// The design that a file's <c>model</c> and <c>params</c> (<c>name=value;name=value</c>) describe, or every reason why they describe none.
    /// </summary>
    public static (ISteadyDesign? Design, IReadOnlyList<Fault> Faults) Read(string model, string parameters)
    {
        if (!Readers.TryGetValue(model, out var reader))
            return (null, [new Fault("model", $"\"{model}\" is not one of {string.Join(", ", Names)}")]);
        var from = new DesignParameters(parameters);
        var design = reader(from);
        var faults = from.Faults.Count > 0 ? from.Faults : [.. design.Faults().Select(InParameters)];
        return faults.Count > 0 ? (null, faults) : (design, []);
    }

    private static Fault InParameters(Fault fault) => new("params", $"{fault.Field} {fault.Sentence}");

    private static TwoSkillDesign TwoSkills(Routing routing, DesignParameters from) => new(
        routing, new Load(from.Number("lambda1_ph"), from.Number("aht_s")), new Load(from.Number("lambda2_ph"), from.Number("aht_s")),
        from.Count("pool1"), from.Count("pool2"), from.Number("patience1_s"), from.Number("patience2_s"));
}
