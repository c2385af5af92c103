namespace Answerable.App.Storage;

/// <summary>This process among those on one database: each start is another.</summary>
public sealed class ThisNode
{
    public Guid Id { get; } = Ids.New();

    /// <summary>For people: the machine, and which of its processes.</summary>
    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";
}
