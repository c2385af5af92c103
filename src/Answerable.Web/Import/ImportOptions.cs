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
    public static readonly Option<string?> Delimiter =
        new("--delimiter") { Description = "For generic-csv: the character between columns, or 'tab'; else as its lines show." };
    public static readonly Argument<string> Path = new("FILE") { Description = "The file to read." };

    /// <summary>The mapping of a file, or of the options; what options say goes before what the file says.</summary>
    public static bool TryMapping(ParseResult asked, out GenericMapping? mapping, out string wrong)
    {
        (mapping, wrong) = (null, "");
        var pairs = (asked.GetValue(Map) ?? []).Select(pair => pair.Split('=', 2)).ToList();
        if (pairs.Find(pair => pair.Length < 2) is { } half)
            wrong = $"'{half[0]}' is no mapping: write FIELD=COLUMN, such as arrived=\"Call start\".";
        else if (pairs.GroupBy(pair => pair[0]).FirstOrDefault(group => group.Count() > 1) is { } twice)
            wrong = $"'{twice.Key}' is mapped twice.";
        else if (asked.GetValue(Delimiter) is not (null or "tab" or { Length: 1 }))
            wrong = "The delimiter is one character, or 'tab'.";
        else if (pairs.Count > 0 && asked.GetValue(MappingOf) is not null)
            wrong = "Columns are mapped by --mapping or by --map, not by both.";
        else if (pairs.Count == 0 && asked.GetValue(MappingOf) is null
            && (asked.GetValue(Zone) ?? asked.GetValue(Dates) ?? asked.GetValue(Delimiter)) is not null)
            wrong = "--zone, --dates and --delimiter say how mapped columns are read: map them with --map or --mapping.";
        if (wrong.Length > 0)
            return false;
        if (asked.GetValue(MappingOf) is { } path)
        {
            var read = MappingFile.Read(System.IO.File.ReadAllText(path));
            if (!read.Allowed)
            {
                wrong = $"{path}: {string.Join(" ", read.Refusals.Select(refusal => refusal.Text))}";
                return false;
            }
            mapping = read.Value;
        }
        else if (pairs.Count > 0)
            mapping = new GenericMapping { Columns = pairs.ToDictionary(pair => pair[0], pair => pair[1]) };
        else if (asked.GetValue(Encoding) is not null)
            mapping = new GenericMapping();
        mapping = mapping is null ? null : mapping with
        {
            Encoding = asked.GetValue(Encoding) ?? mapping.Encoding,
            Delimiter = asked.GetValue(Delimiter) switch { null => mapping.Delimiter, "tab" => '\t', { } sign => sign[0] },
            Zone = asked.GetValue(Zone) ?? mapping.Zone,
            Dates = asked.GetValue(Dates) ?? mapping.Dates,
        };
        return true;
    }
}
