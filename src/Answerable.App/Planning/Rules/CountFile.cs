using System.Globalization;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.Model;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace Answerable.App.Planning;

/// <summary>Reads interval counts from a CSV file with the columns DateTime and Calls; other columns are ignored.</summary>
public static class CountFile
{
    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
    ];

    /// <summary>The rows, or one sentence that names the row and column of the first that cannot be read.</summary>
    public static Outcome<List<IntervalCount>> Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { TrimWhitespace = true, TrackLineNumbers = true }, leaveOpen: true);
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex("DateTime", out var time))
            return new Refusal("counts.header", "Row 1 names no column DateTime.");
        if (!csv.TryGetFieldIndex("Calls", out var calls))
            return new Refusal("counts.header", "Row 1 names no column Calls.");
        var rows = new List<IntervalCount>();
        while (csv.Read())
        {
            var row = (int)csv.LineNumber;
            if (Start(csv.GetString(time)) is not { } start)
                return new Refusal("counts.time",
                    $"Row {row}, column DateTime: \"{csv.GetString(time)}\" is not a date and time such as 2026-03-02T07:30:00.");
            if (!double.TryParse(csv.GetString(calls), NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
                return new Refusal("counts.calls", $"Row {row}, column Calls: \"{csv.GetString(calls)}\" is not a number.");
            rows.Add(new(start.Local, count, row, start.Offset));
        }
        return rows;
    }

    private static (LocalDateTime Local, Offset? Offset)? Start(string text)
    {
        foreach (var pattern in Local)
            if (pattern.Parse(text) is { Success: true } local)
                return (local.Value, null);
        return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } offset
            ? (offset.Value.LocalDateTime, offset.Value.Offset)
            : null;
    }
}
