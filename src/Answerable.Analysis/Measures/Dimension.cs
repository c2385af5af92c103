using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Analysis.Measures;

/// <summary>What cells are kept by, beside their quarter-hour; a figure can be filtered and split by those of its family's key. Stored by number:
/// never given another.</summary>
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
    /// <summary>A node of the procedure's chart, by its key; it tells something only together with the version.</summary>
    Step = 8,
    /// <summary>The role of whoever did it, when they did it.</summary>
    Role = 9,
    /// <summary>Who began it: the customer, the centre, or the centre as it had promised.</summary>
    Direction = 10,
}

public static class Dimensions
{
    public static readonly IReadOnlyList<Dimension> All = Enum.GetValues<Dimension>();

    /// <summary>Those whose values are names given by the centre, numbered as they first appear.</summary>
    public static readonly IReadOnlyList<Dimension> Named = [.. All.Where(IsNamed)];

    public static bool IsNamed(this Dimension dimension) =>
        dimension is not (Dimension.Kind or Dimension.Channel or Dimension.Role or Dimension.Direction);

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
        Dimension.Step => "Step",
        Dimension.Role => "Role",
        Dimension.Direction => "Direction",
    };

    /// <summary>The number of a value of a dimension whose values the product itself names; null for what is none, and in named dimensions.</summary>
    internal static int? Fixed(this Dimension dimension, string text) => dimension switch
    {
        Dimension.Kind => (int?)ByName.Of<FactKind>(text),
        Dimension.Channel => (int?)ByName.Of<Channel>(text),
        Dimension.Direction => (int?)ByName.Of<Direction>(text),
        Dimension.Role => text.Length == 0 ? 0 : (int?)ByName.Of<Role>(text),
        _ => null,
    };

    internal static string FixedText(this Dimension dimension, int number) => dimension switch
    {
        Dimension.Kind => ((FactKind)number).ToString(),
        Dimension.Channel => ((Channel)number).ToString(),
        Dimension.Direction => ((Direction)number).ToString(),
        _ => number == 0 ? "" : ((Role)number).ToString(),
    };

    /// <summary>How many numbers such a dimension uses.</summary>
    internal static int FixedWidth(this Dimension dimension) => dimension switch
    {
        Dimension.Kind => Enum.GetValues<FactKind>().Length,
        Dimension.Channel => Enum.GetValues<Channel>().Length,
        Dimension.Direction => Enum.GetValues<Direction>().Length,
        _ => 1 + Roles.All.Max(role => (int)role),
    };
}
