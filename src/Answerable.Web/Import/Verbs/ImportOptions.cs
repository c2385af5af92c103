using System.CommandLine;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;

namespace Answerable.Web.Import;

/// <summary>What the command line is told of a file that comes in.</summary>
internal static class ImportOptions
{
    public static readonly Option<string?> Profile = new("--profile")
    {
        Description = "How the file is read: " + string.Join(", ", ImportList.Profiles.Select(profile => profile.Name))
            + ". With a mapping it is generic-csv.",
    };
    public static readonly Option<string?> MappingOf = new("--mapping")
    { Description = "For generic-csv: a file that says how the columns are read, as the page saves one." };
    public static readonly Option<string?> Encoding =
        new("--encoding") { Description = "How the file's characters are written, such as windows-1252; else as its bytes show." };
    public static readonly Option<string?> System = new("--system")
    {
        Description = "Which system's numbers the contacts bear, where you bring in several that number theirs each for itself: "
            + "one name for all that comes of it, such as letters.",
    };
    public static readonly Option<string?> Named = new("--file") { Description = "The file to read." };
    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read and report; write nothing." };
    public static readonly Option<string[]> Map = new("--map")
    {
        Description = "For generic-csv, once a column: FIELD=COLUMN, with FIELD one of "
        + string.Join(", ", GenericMapping.Fields.Select(field => field.Name)) + ".",
        AllowMultipleArgumentsPerToken = true
    };
    public static readonly Option<string?> Zone =
        new("--zone") { Description = "For generic-csv: the zone of the file's clocks; else the centre's." };
    public static readonly Option<string?> Dates = new("--dates")
    { Description = "For generic-csv: " + string.Join(", ", GenericMapping.DateOrders) + "; else as they can be read in one way." };
    public static readonly Option<string[]> Units = new("--units")
    {
        Description = "For generic-csv: what a number alone counts in a duration's column: FIELD=UNIT, such as wait=minutes,talk=seconds, with "
            + "UNIT one of "
            + string.Join(", ", GenericMapping.UnitNames.Keys) + "; else as the heading or the values show.",
        AllowMultipleArgumentsPerToken = true,
    };
    public static readonly Option<string?> Decimals = new("--decimals")
    { Description = "For generic-csv: what parts the decimals of durations: point (12.5) or comma (12,5); else as the values show." };
    public static readonly Option<string?> Delimiter =
        new("--delimiter") { Description = "For generic-csv: the character between columns, or 'tab'; else as its lines show." };
    public static readonly Argument<string> Path = new("FILE") { Description = "The file to read." };
    public static readonly Option<string[]> Outcomes = Words(Wording.Outcome, "Yes=handled");
    public static readonly Option<string[]> Channels = Words(Wording.Channel, "Brief=letter");
    public static readonly Option<string[]> Directions = Words(Wording.Direction, "O=outbound");
    public static readonly Option<string?> Channel = new("--channel")
    {
        Description = "For generic-csv: how contacts came where no column says it: " + string.Join(", ", Wording.ChannelNames) + "; else phone.",
    };

    /// <summary>Everything that says how a file is read.</summary>
    public static IEnumerable<Option> OfReading =>
        [Profile, MappingOf, System, Encoding, Map, Outcomes, Channels, Directions, Channel, Zone, Dates, Units, Decimals, Delimiter, DryRun];

    private static Option<string[]> Words(Wording wording, string example) => new($"--{wording.Key}")
    {
        Description = $"For generic-csv, once a word of the {wording.Field} column: WORD=MEANING, such as \"{example}\", with MEANING one of "
            + string.Join(", ", wording.Meanings) + ".",
        AllowMultipleArgumentsPerToken = true,
    };
}
