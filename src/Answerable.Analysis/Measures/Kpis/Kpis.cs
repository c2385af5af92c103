namespace Answerable.Analysis.Measures;

/// <summary>Every KPI there is, in the order in which they are shown.</summary>
public static class Kpis
{
    public static readonly IReadOnlyList<Kpi> All =
    [
        .. VolumeKpis.All,
        .. ServiceLevelKpis.All,
        .. WaitKpis.All,
        .. HandlingKpis.All,
        .. ResolutionKpis.All,
        .. AgentTimeKpis.All,
    ];

    private static readonly Dictionary<string, Kpi> ByName = All.ToDictionary(kpi => kpi.Name, StringComparer.OrdinalIgnoreCase);

    public static Kpi? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Names that hold what was asked, for a hint.</summary>
    public static IReadOnlyList<string> Like(string name) =>
        [.. All.Where(kpi => kpi.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(kpi => kpi.Name)];
}
