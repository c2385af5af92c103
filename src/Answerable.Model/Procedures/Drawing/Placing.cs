using Answerable.Model.People;

namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Gives every node a column inside the lane of its role: the first way on stays in the column, further ones go to the right,
/// and no two nodes of a row share one.
/// </summary>
internal sealed class Placing
{
    private readonly Dictionary<string, int> _inLane = [];
    private readonly Dictionary<Role, int> _firstColumn = [];
    private readonly Dictionary<Role, int> _columns = [];
    private readonly Dictionary<string, List<string>> _exitsInLane;
    private readonly Chart _chart;
    private readonly Dictionary<string, int> _rows;

    public Placing(Chart chart, Dictionary<string, int> rows)
    {
        (_chart, _rows) = (chart, rows);
        _exitsInLane = ExitsInLane();
        Lanes = [.. chart.Nodes.Select(node => node.Who).Distinct().Order()];
        foreach (var row in chart.Nodes.GroupBy(node => rows[node.Key]).OrderBy(row => row.Key))
            foreach (var lane in row.GroupBy(node => node.Who))
                PlaceAll(lane);
        foreach (var lane in Lanes)
        {
            _firstColumn[lane] = Columns;
            Columns += _columns[lane];
        }
    }

    public IReadOnlyList<Role> Lanes { get; }
    public int Columns { get; private set; }

    public int FirstColumn(Role lane) => _firstColumn[lane];
    public int ColumnOf(Node node) => _firstColumn[node.Who] + _inLane[node.Key];

    private void PlaceAll(IEnumerable<Node> nodes)
    {
        var taken = new HashSet<int>();
        foreach (var (node, wanted) in nodes.Select(node => (node, Wanted(node))).OrderBy(pair => pair.Item2))
        {
            var column = wanted;
            while (!taken.Add(column))
                column++;
            _inLane[node.Key] = column;
            _columns[node.Who] = Math.Max(_columns.GetValueOrDefault(node.Who), column + 1);
        }
    }

    private int Wanted(Node node)
    {
        var wanted = int.MaxValue;
        foreach (var before in _chart.Nodes.Where(before => before.Who == node.Who && _rows[before.Key] < _rows[node.Key]))
            if (_exitsInLane[before.Key].IndexOf(node.Key) is var place and >= 0)
                wanted = Math.Min(wanted, _inLane[before.Key] + place);
        return wanted == int.MaxValue ? 0 : wanted;
    }

    private Dictionary<string, List<string>> ExitsInLane()
    {
        var who = _chart.Nodes.ToDictionary(node => node.Key, node => node.Who);
        return _chart.Nodes.ToDictionary(node => node.Key, node => _chart.ExitsOf(node).OfType<string>().Distinct()
            .Where(key => who.TryGetValue(key, out var lane) && lane == node.Who && _rows[key] > _rows[node.Key])
            .ToList());
    }
}
