using System.Data.Common;
using Answerable.Model.Contacts;

namespace Answerable.Benchmarks.Measures;

/// <summary>The same questions without the store of measures: the contacts as plain columns in memory, and by SQL.</summary>
internal sealed class Baselines(IReadOnlyList<Contact> contacts)
{
    private readonly long[] _arrived = [.. contacts.Select(contact => contact.ArrivedAt.ToUnixTimeMilliseconds())];
    private readonly int[] _waits = [.. contacts.Select(contact => (int)(contact.WaitMs ?? 0))];
    private readonly byte[] _fates =
        [.. contacts.Select(contact => (byte)(contact.AnsweredAt is not null ? 1 : contact.AbandonedAt is not null ? 2 : 0))];
    private readonly int[] _handling = [.. contacts.Select(contact => (int)contact.HandleMs!.Value)];

    public double ServiceLevel(long from, long to, int threshold)
    {
        var (met, offered) = (0L, 0L);
        for (var place = 0; place < _arrived.Length; place++)
        {
            if (_arrived[place] < from || _arrived[place] >= to || _fates[place] == 0)
                continue;
            offered++;
            if (_fates[place] == 1 && _waits[place] <= threshold * 1000)
                met++;
        }
        return 100.0 * met / offered;
    }

    public double HandlingTime(long from, long to)
    {
        var (sum, handled) = (0L, 0L);
        for (var place = 0; place < _arrived.Length; place++)
        {
            if (_arrived[place] < from || _arrived[place] >= to || _fates[place] != 1)
                continue;
            handled++;
            sum += _handling[place];
        }
        return sum / 1000.0 / handled;
    }

    public const string ServiceLevelSql =
        "SELECT 100.0 * SUM(CASE WHEN answered_at IS NOT NULL AND wait_ms <= 20000 THEN 1 ELSE 0 END) / COUNT(*) FROM journal_contacts "
        + "WHERE arrived_at >= $from AND arrived_at < $to AND kind IN (0, 1) AND NOT excluded AND (answered_at IS NOT NULL OR abandoned_at IS NOT " +
            "NULL)";

    public const string HandlingTimeSql =
        "SELECT AVG(handle_ms) / 1000.0 FROM journal_contacts WHERE arrived_at >= $from AND arrived_at < $to AND kind IN (0, 1) AND state = 3";

    public const string ResolutionSql =
        "SELECT 100.0 * SUM(CASE WHEN after_ms IS NULL OR after_ms > 604800000 THEN 1 ELSE 0 END) / COUNT(*) FROM (SELECT arrived_at, "
        + "LAG(arrived_at) OVER issue AS before_at, LEAD(arrived_at) OVER issue - arrived_at AS after_ms FROM journal_contacts "
        + "WHERE customer IS NOT NULL AND NOT excluded AND answered_at IS NOT NULL WINDOW issue AS (PARTITION BY customer, type ORDER BY " +
            "arrived_at)) "
        + "WHERE arrived_at >= $from AND arrived_at < $to AND (before_at IS NULL OR arrived_at - before_at > 604800000)";

    public static double BySql(DbConnection connection, string sql, long from, long to)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in new[] { ("$from", from), ("$to", to) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return Convert.ToDouble(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
