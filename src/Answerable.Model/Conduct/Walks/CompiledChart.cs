using System.Runtime.CompilerServices;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>
/// A chart made ready for walking: nodes, ways and fields by number, so that a move reads a table instead of searching the outline.
/// Made once for a chart and kept as long as it; the chart must not change, which records do not.
/// </summary>
public sealed class CompiledChart
{
    /// <summary>Where a way leads that leads nowhere.</summary>
    internal const int Nowhere = -1;

    private static readonly ConditionalWeakTable<Chart, CompiledChart> Made = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<string, int> _slots = [];

    private CompiledChart(Chart chart)
    {
        foreach (var node in chart.Nodes)
            _places.TryAdd(node.Key, _places.Count);
        var named = _places.Count;
        // A way may name a node that is not there: the walk then stands where nothing can be done, as the outline would have it.
        foreach (var node in chart.Nodes)
            foreach (var to in chart.ExitsOf(node))
                if (to is not null)
                    _places.TryAdd(to, _places.Count);
        Places = new Place[_places.Count];
        foreach (var (key, number) in _places)
            Places[number] = number < named ? PlaceFor(chart, chart.Find(key)!) : new Place(key, null, Nowhere, [], []);
    }

    internal Place[] Places { get; }

    /// <summary>How many fields the chart knows by name.</summary>
    internal int Slots => _slots.Count;

    public static CompiledChart Of(Chart chart) => Made.GetValue(chart, static made => new CompiledChart(made));

    /// <summary>The number of a node by its key; where the chart has none of that key, a place past all of them.</summary>
    internal int PlaceOf(string key) => _places.GetValueOrDefault(key, Nowhere);

    internal int SlotOf(string field) => _slots.GetValueOrDefault(field, Nowhere);

    private Place PlaceFor(Chart chart, Node node)
    {
        var ways = chart.ExitsOf(node).Select(to => to is null ? Nowhere : _places[to]).ToArray();
        return node switch
        {
            Step step => new Place(node.Key, node, ways[0], [], [.. step.Fields.Select(field => Slot(field.Name))]),
            Decision => new Place(node.Key, node, Nowhere, ways, []),
            _ => new Place(node.Key, node, Nowhere, [], []),
        };
    }

    private int Slot(string field)
    {
        _slots.TryAdd(field, _slots.Count);
        return _slots[field];
    }
}

/// <summary>One node as a walk finds it.</summary>
internal sealed class Place(string key, Node? node, int next, int[] ways, int[] slots)
{
    public readonly string Key = key;
    public readonly Node? Node = node;
    public readonly Step? Step = node as Step;
    public readonly Decision? Decision = node as Decision;
    public readonly Ending? Ending = node as Ending;
    /// <summary>The lowest role that may do it.</summary>
    public readonly Model.People.Role Needed = node is null ? default : Lane.Needed(node);
    /// <summary>Where a step leads.</summary>
    public readonly int Next = next;
    /// <summary>Where each answer of a decision leads.</summary>
    public readonly int[] Ways = ways;
    /// <summary>The number of each field of a step.</summary>
    public readonly int[] Slots = slots;

    /// <summary>The number of a field of this step; <see cref="CompiledChart.Nowhere"/> where it has none of that name.</summary>
    public int SlotOf(string field)
    {
        for (var place = 0; place < Slots.Length; place++)
            if (Step!.Fields[place].Name == field)
                return Slots[place];
        return CompiledChart.Nowhere;
    }
}
