using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model.Centre;

namespace Answerable.App.Import;

/// <summary>What the first rows of a table would come to, as its columns are chosen.</summary>
/// <param name="Rows">How many were looked at.</param>
/// <param name="Whole">They are all there are.</param>
/// <param name="Faults">The first of those rejected.</param>
public sealed record FirstRows(long Rows, bool Whole, long Rejected, long Aside, IReadOnlyList<FirstRows.Fault> Faults)
{
    private const int MostFaults = 5;

    public sealed record Fault(long Line, string Reason);

    /// <summary>None where the columns chosen so far do not make contacts, or the dates may be read in two ways.</summary>
    internal static FirstRows? Of(ImportFile file, GenericMapping mapping, CentreSettings centre, DateTimeOffset now, int most)
    {
        if (mapping.Dates.Length == 0 || GenericCsv.From(mapping) is not { Allowed: true, Value: var profile })
            return null;
        using var opened = file.Open(mapping.Encoding);
        var reading = new RowReading(profile.In(centre), now.AddDays(1));
        var (rows, rejected, aside, faults) = (0L, 0L, 0L, new List<Fault>());
        foreach (var row in profile.Format.Read(opened.Text).Take(most + 1))
        {
            if (rows == most)
                return new(rows, false, rejected, aside, faults);
            rows++;
            if (row.Aside is not null)
                aside++;
            else if (reading.Read(row).Rejected is { } reason && ++rejected <= MostFaults)
                faults.Add(new(row.Line, Remark.Masked(reason)));
        }
        return new(rows, true, rejected, aside, faults);
    }
}
