using Answerable.App.Import.Findings;
using Answerable.App.Import.Profiles;
using Answerable.Model.Contacts;

namespace Answerable.App.Import;

/// <summary>
/// Reads a file through once, in chunks. The same file always falls into the same chunks with the same remarks, so that an import
/// that was killed reads again from the beginning and writes only behind what is durable.
/// </summary>
internal sealed class Scan(Profile profile, DateTimeOffset now)
{
    // So many are written in the time a desk may wait for another's work.
    private const int RowsInAChunk = 200;
    private readonly RowReading _reading = new(profile, now.AddDays(1));
    private readonly FindingsTally _findings = new(profile);

    public long Rows { get; private set; }
    public long Rejected { get; private set; }
    public long Repaired { get; private set; }
    public long Contacts => _findings.Contacts;

    public IReadOnlyList<Finding> Findings() => _findings.Findings();

    /// <param name="LastRow">How many rows have been read at the chunk's end.</param>
    public sealed record Chunk(long LastRow, long LastByte, IReadOnlyList<RecordedContact> Contacts, List<Remark> Remarks);

    public IEnumerable<Chunk> Chunks(TextReader file, Func<long> bytesRead)
    {
        var (contacts, remarks) = (new List<RecordedContact>(), new List<Remark>());
        foreach (var row in profile.Format.Read(file))
        {
            Rows++;
            if (row.Aside is not null)
                _findings.SeeAside(row);
            else
                Take(_reading.Read(row), contacts, remarks);
            if (Rows % RowsInAChunk != 0)
                continue;
            yield return new Chunk(Rows, bytesRead(), contacts, remarks);
            (contacts, remarks) = ([], []);
        }
        if (Rows % RowsInAChunk != 0)
            yield return new Chunk(Rows, bytesRead(), contacts, remarks);
    }

    /// <summary>Of a stretch, the rows whose number is another contact's: they are rejected, each with the reason.</summary>
    public void Reject(Chunk chunk, IReadOnlyList<OfAnother> others)
    {
        foreach (var (contact, reason, ofFile) in others)
        {
            Rejected++;
            chunk.Remarks.Add(Remark.Of(RemarkKind.Rejected, contact.Row!.Line, reason, contact.Row.Text));
            _findings.SeeAnother(contact, ofFile);
        }
    }

    private void Take(Reading reading, List<RecordedContact> contacts, List<Remark> remarks)
    {
        _findings.See(reading);
        if (reading.Rejected is { } reason)
        {
            Rejected++;
            remarks.Add(Remark.Of(RemarkKind.Rejected, reading.Row.Line, reason, reading.Row.Text));
        }
        else if (!_findings.RangElsewhere(reading))
            contacts.Add(reading.Contact!);
        if (reading.Repaired.Count == 0)
            return;
        Repaired++;
        remarks.Add(Remark.Of(RemarkKind.Repaired, reading.Row.Line, string.Join(" ", reading.Repaired), reading.Row.Text));
    }
}
