using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Npgsql;

namespace Answerable.App.Storage;

/// <summary>LISTEN and NOTIFY: the topics alone, for a message holds fewer than 8,000 bytes.</summary>
internal sealed class PostgresLink(string connectionString, ThisNode node) : ILink
{
    private const string Name = "answerable";
    private const int LongestMessage = 7_000;

    /// <summary>A connection that says nothing is tried: what is cut off in the middle of the night says nothing either.</summary>
    private const int TriedAfterSeconds = 5;

    private readonly string _own = new NpgsqlConnectionStringBuilder(connectionString)
    {
        KeepAlive = TriedAfterSeconds,
        Pooling = false,
        ApplicationName = "answerable notices",
    }.ToString();

    /// <summary>How long closing waits for what is being sent: two at once on one connection would read each other's answers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

#pragma warning disable CA2213 // Its handle is never asked for, so there is nothing to dispose; and a send may outlast the closing.
    private readonly SemaphoreSlim _turn = new(1, 1);
#pragma warning restore CA2213
    private NpgsqlConnection? _sending;
    private volatile bool _closed;

    public async Task SendAsync(IReadOnlyCollection<Notice> notices, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _sending ??= await OpenAsync(stop);
            await using var batch = new NpgsqlBatch(_sending);
            foreach (var message in Messages(notices))
                batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_notify($1, $2)")
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = Name }, new NpgsqlParameter<string> { TypedValue = message } },
                });
            await batch.ExecuteNonQueryAsync(stop);
        }
        catch
        {
            if (_sending is not null)
                await _sending.DisposeAsync();
            _sending = null;
            throw;
        }
        finally
        {
            if (_closed)
                _sending?.Dispose();
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _closed = true;
        // Whoever still sends then closes the connection behind them.
        if (!_turn.Wait(Patience))
            return;
        _sending?.Dispose();
        _turn.Release();
    }

    public async IAsyncEnumerable<IReadOnlyCollection<Notice>> HearAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        var heard = Channel.CreateUnbounded<Notice>();
        connection.Notification += (_, message) => Read(message.Payload, heard.Writer);
        await using (var command = new NpgsqlCommand($"LISTEN {Name}", connection))
            await command.ExecuteNonQueryAsync(stop);
        // From here on nothing is missed; what was before it was.
        yield return [Notice.LookAgain];
        while (true)
        {
            await connection.WaitAsync(stop);
            var notices = new HashSet<Notice>();
            while (heard.Reader.TryRead(out var notice))
                notices.Add(notice);
            if (notices.Count > 0)
                yield return notices;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(_own);
        await connection.OpenAsync(stop);
        return connection;
    }

    /// <summary>Who tells, then a topic a line, in as many messages as it takes.</summary>
    private IEnumerable<string> Messages(IReadOnlyCollection<Notice> notices)
    {
        var message = new StringBuilder().Append(node.Id);
        foreach (var topic in notices.Select(notice => notice.Topic).Distinct())
        {
            if (message.Length + Encoding.UTF8.GetByteCount(topic) > LongestMessage)
            {
                yield return message.ToString();
                message.Clear().Append(node.Id);
            }
            message.Append('\n').Append(topic);
        }
        yield return message.ToString();
    }

    private void Read(string message, ChannelWriter<Notice> heard)
    {
        var lines = message.Split('\n');
        if (lines[0] != node.Id.ToString())
            foreach (var topic in lines.Skip(1))
                heard.TryWrite(new Notice(topic, ""));
    }
}
