using System.Data.Common;
using System.Globalization;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>The whole chain, read as it stands and not as the mapper would have it: what it cannot take is a finding, too.</summary>
internal sealed class ChainRead(AnswerableDb db, ChainKey? chain, ChainKeyRow? keyed)
{
    private const string Lines =
        "SELECT number, at, kind, source, source_key, subject, actor, name, body, hash FROM journal_entries ORDER BY number";

    public long Read { get; private set; }
    public byte[] Hash { get; private set; } = HashChain.Origin;

    /// <summary>The first line that is not as it was written: its number, and what is wrong with it.</summary>
    /// <param name="passed">Is told of every line that is.</param>
    public async Task<(long At, string Fault)?> FaultAsync(Action<long, byte[]> passed, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Lines;
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            Read++;
            if (Fault(rows) is { } fault)
                return (Read, fault);
            passed(Read, Hash);
        }
        return null;
    }

    private string? Fault(DbDataReader rows)
    {
        var number = rows.GetInt64(0);
        if (number != Read)
            return number > Read ? $"Line {Read} is missing: the journal goes on at line {number}." : $"Line {number} stands twice or out of order.";
        if (keyed is not null && number == keyed.First && !Hash.AsSpan().SequenceEqual(keyed.Before))
            return $"The lines before line {number} are not those that were there when the chain's key was made.";
        if (Entry(rows) is not { } entry)
            return $"Line {Read} is not as it was written: an id in it is none, or is written otherwise.";
        Hash = chain?.Next(Hash, number, entry) ?? HashChain.Next(Hash, number, entry);
        return rows.GetValue(9) is byte[] hash && Hash.AsSpan().SequenceEqual(hash) ? null
            : $"Line {Read} ({entry.Name}, {entry.At:yyyy-MM-dd HH:mm:ss} UTC) is not as it was written.";
    }

    private static Entry? Entry(DbDataReader rows)
    {
        if (Id(rows.GetValue(5)) is not { } subject)
            return null;
        var actor = rows.IsDBNull(6) ? null : Id(rows.GetValue(6));
        if (actor is null && !rows.IsDBNull(6))
            return null;
        return new Entry(DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), (FactKind)rows.GetInt32(2), Text(rows, 3), Text(rows, 4), subject,
            actor, Text(rows, 7), Text(rows, 8));
    }

    // SQLite keeps ids as text in capitals, and finds none that is written otherwise.
    private static Guid? Id(object value) => value switch
    {
        Guid id => id,
        string text when Guid.TryParseExact(text, "D", out var id)
            && string.Equals(text, id.ToString("D").ToUpperInvariant(), StringComparison.Ordinal) => id,
        _ => null,
    };

    private static string Text(DbDataReader rows, int column) => Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture)!;
}
