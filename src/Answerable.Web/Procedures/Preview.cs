using Answerable.Model.Procedures;

namespace Answerable.Web.Procedures;

/// <summary>A walk through a version without a contact. The way so far is in the address, so that back works and it can be sent to a colleague.</summary>
internal sealed class Preview
{
    /// <summary>A walk round and round forgets where it began rather than grow without end.</summary>
    private const int Most = 100;
    private readonly string _address;

    private Preview(IReadOnlyList<Node> way, string address) => (Way, _address) = (way, address);

    public IReadOnlyList<Node> Way { get; }
    public Node Here => Way[^1];
    public IReadOnlyCollection<string> Walked => Way.Select(node => node.Key).ToHashSet();
    public string? Back => Way.Count > 1 ? Address(Way.SkipLast(1).Select(node => node.Key)) : null;

    public static Preview Of(Chart chart, string? way, string address)
    {
        var nodes = (way ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(chart.Find).OfType<Node>().TakeLast(Most).ToList();
        return new Preview(nodes.Count > 0 ? nodes : [chart.Start!], address);
    }

    public string Url(string next) => Address(Way.Select(node => node.Key).Append(next));

    private string Address(IEnumerable<string> keys) => $"{_address}?way={string.Join('.', keys)}";
}
