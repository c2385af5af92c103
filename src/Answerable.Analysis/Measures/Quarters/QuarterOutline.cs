namespace Answerable.Analysis.Measures;

/// <summary>What stays known of a quarter-hour whose columns are left in storage: whose contacts it has.</summary>
/// <param name="Whose">Each kind and source there is once, as numbered; the source is 0 where a family is not kept by it.</param>
public sealed record QuarterOutline(int Quarter, IReadOnlyList<(ushort Kind, ushort Source)> Whose)
{
    public static QuarterOutline Of(QuarterColumns columns)
    {
        var whose = new HashSet<(ushort Kind, ushort Source)>();
        var kinds = columns.Key(Dimension.Kind);
        var sources = columns.Family.KeptBy(Dimension.Source) ? columns.Key(Dimension.Source) : default;
        for (var place = 0; place < kinds.Length; place++)
            whose.Add((kinds[place], sources.IsEmpty ? (ushort)0 : sources[place]));
        return new QuarterOutline(columns.Quarter, [.. whose]);
    }
}
