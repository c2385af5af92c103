using Answerable.Model.Contacts;

namespace Answerable.Analysis.Measures;

/// <summary>What a cell is kept by, beside its quarter-hour; a figure can be filtered and split by any of them.</summary>
public enum Dimension
{
    Kind = 0,
    Channel = 1,
    Source = 2,
    Queue = 3,
    Type = 4,
    Team = 5,
    Version = 6,
    Agent = 7,
}

public static class Dimensions
{
    /// <summary>How many there are.</summary>
    public const int Number = 8;

    /// <summary>Those whose values are names given by the centre, numbered as they first appear.</summary>
    public static readonly IReadOnlyList<Dimension> Named =
        [Dimension.Source, Dimension.Queue, Dimension.Type, Dimension.Team, Dimension.Version, Dimension.Agent];

    public static bool IsNamed(this Dimension dimension) => dimension >= Dimension.Source;

    public static string Words(this Dimension dimension) => dimension switch
    {
        Dimension.Kind => "Kind",
        Dimension.Channel => "Channel",
        Dimension.Source => "Source",
        Dimension.Queue => "Queue",
        Dimension.Type => "Contact type",
        Dimension.Team => "Team",
        Dimension.Version => "Procedure version",
        Dimension.Agent => "Agent",
    };
}
