using System.Globalization;
using System.Text.Json;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Answerable.Tests.Import;

public sealed class FormatTests
{
    [Fact]
    public void Json_records_are_cut_apart_whatever_their_strings_hold_and_however_they_are_joined() => Prop.ForAll(
        ArbMap.Default.ArbFor<Tuple<string, int>[]>(), ArbMap.Default.ArbFor<bool>(), (values, asArray) =>
        {
            var records =
                values.Select(value => JsonSerializer.Serialize(new { Text = value.Item1, Inner = new { Number = value.Item2 } })).ToArray();
            var file = asArray ? $"[{string.Join(",\n", records)}]" : string.Concat(records);
            var split = JsonSplitter.Split(new StringReader(file)).ToArray();
            return split.All(record => record.Fault is null) && split.Select(record => record.Text).SequenceEqual(records);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_written_with_quotes_is_read_back_value_for_value() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString[]>(), values =>
        {
            var cells = values.Select(value => value.Get.Replace("\r", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)
                .Replace("\uFEFF", "", StringComparison.Ordinal)).Where(WellFormed).ToArray();
            var file = "A;B\n" + string.Concat(cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\";x\n"));
            var read = new Delimited(';').Read(new StringReader(file)).ToArray();
            return read.Length == cells.Length
                && read.Zip(cells).All(pair => (pair.First["A"] ?? "") == pair.Second.Trim() && pair.First["B"] == "x");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clock_and_its_seconds_are_the_same_duration() => Prop.ForAll(
        Gen.Choose(0, 86_399).ToArbitrary(), seconds =>
        {
            var clock = TimeSpan.FromSeconds(seconds).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
            return Milliseconds(clock) == seconds * 1000L && Milliseconds(seconds.ToString(CultureInfo.InvariantCulture)) == seconds * 1000L;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_broken_record_is_told_with_its_line_and_those_after_it_are_read()
    {
        var rows = new JsonRecords().Read(new StringReader("{\"a\":1}\n{\"a\":tru}\n{\"a\":3}\n{\"a\":")).ToArray();
        Assert.Equal([null, "2", null, "4"], rows.Select(row => row.Fault is null ? null : row.Line.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("breaks off", rows[3].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transfers_wait_and_talk_are_found_before_the_position_whatever_stands_before_them()
    {
        var log = "1|c|q|NONE|ENTERQUEUE||7|1\n5|c|q|SIP/1|CONNECT|4|x|2\n60|c|q|SIP/1|ATTENDEDTRANSFER|LINK|a|b|4|55|1\n";
        var row = Assert.Single(new QueueLog().Read(new StringReader(log)));
        Assert.Equal(("4", "55", "SIP/1", "ATTENDEDTRANSFER"), (row[QueueLog.Wait], row[QueueLog.Talk], row[QueueLog.Agent], row[QueueLog.End]));
    }

    private static long Milliseconds(string text) =>
        new LastingIn("t").Read(new GatheredRow(1, "", new Dictionary<string, string> { ["t"] = text }), DateTimeZone.Utc).Value!.Value;

    // A lone half of a surrogate pair is no text that a file can hold.
    private static bool WellFormed(string text) => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
