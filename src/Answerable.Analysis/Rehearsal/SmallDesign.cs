namespace Answerable.Analysis.Rehearsal;

/// <summary>A small textbook design asked for by name and parameters, with the figures it has exact values for elsewhere.</summary>
/// <param name="Scenario">The design as a scenario.</param>
/// <param name="Figures">Its figures by name.</param>
public sealed record SmallDesign(Scenario Scenario, IReadOnlyDictionary<string, Figure> Figures)
{
    /// <summary>
    /// Builds a design from its name and parameters ("lambda_ph=200;aht_s=180;agents=11;..."). Gives nothing and says why when a name is
    /// not known or a parameter is missing or out of range.
    /// </summary>
    public static SmallDesign? Find(string model, string parameters, out string problem)
    {
        var given = new DesignParameters(parameters);
        Func<DesignParameters, SmallDesign>? make = model switch
        {
            "priority_nonpreemptive_MMn" => SmallDesigns.Priority,
            "MG1_PollaczekKhinchine" => SmallDesigns.SingleServer,
            "SBR_N_design_exact_CTMC" => SmallDesigns.NDesign,
            "SBR_X_design_exact_CTMC" => SmallDesigns.XDesign,
            "redial_MMnM_exact_CTMC" => SmallDesigns.Redial,
            "callback_offer_exact_CTMC" => SmallDesigns.Callback,
            _ => null
        };
        var design = make?.Invoke(given);
        problem = make is null ? $"column model: there is no design named \"{model}\"" : given.Problem is { } wrong ? $"column params: {wrong}" : "";
        return problem.Length == 0 ? design : null;
    }
}
