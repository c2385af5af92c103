using Answerable.Model.Journal;
using NpgsqlTypes;

namespace Answerable.App.Journal;

/// <summary>The columns of a contact in the writer's own statements.</summary>
internal static class ContactColumns
{
    internal sealed record Column(string Name, NpgsqlDbType Type, Func<Contact, object?> Value);

    public static readonly IReadOnlyList<Column> All =
    [
        new("id", NpgsqlDbType.Uuid, contact => contact.Id.Value),
        new("kind", NpgsqlDbType.Integer, contact => (int)contact.Kind),
        new("source", NpgsqlDbType.Text, contact => contact.Source),
        new("channel", NpgsqlDbType.Integer, contact => (int)contact.Channel),
        new("queue", NpgsqlDbType.Text, contact => contact.Queue),
        new("type", NpgsqlDbType.Text, contact => contact.Type),
        new("customer", NpgsqlDbType.Uuid, contact => contact.Customer?.Value),
        new("arrived_at", NpgsqlDbType.Bigint, contact => contact.ArrivedAt.ToUnixTimeMilliseconds()),
        new("queued_at", NpgsqlDbType.Bigint, contact => contact.QueuedAt?.ToUnixTimeMilliseconds()),
        new("answered_at", NpgsqlDbType.Bigint, contact => contact.AnsweredAt?.ToUnixTimeMilliseconds()),
        new("ended_at", NpgsqlDbType.Bigint, contact => contact.EndedAt?.ToUnixTimeMilliseconds()),
        new("closed_at", NpgsqlDbType.Bigint, contact => contact.ClosedAt?.ToUnixTimeMilliseconds()),
        new("abandoned_at", NpgsqlDbType.Bigint, contact => contact.AbandonedAt?.ToUnixTimeMilliseconds()),
        new("agent", NpgsqlDbType.Uuid, contact => contact.Agent?.Value),
        new("agent_name", NpgsqlDbType.Text, contact => contact.AgentName),
        new("team", NpgsqlDbType.Uuid, contact => contact.Team?.Value),
        new("procedure", NpgsqlDbType.Uuid, contact => contact.Procedure?.Value),
        new("version", NpgsqlDbType.Integer, contact => contact.Version),
        new("resolved", NpgsqlDbType.Boolean, contact => contact.Resolved),
        new("excluded", NpgsqlDbType.Boolean, contact => contact.Excluded),
        new("revision", NpgsqlDbType.Bigint, contact => contact.Revision),
        new("hold_balance_ms", NpgsqlDbType.Bigint, contact => contact.HoldBalanceMs),
        new("open_holds", NpgsqlDbType.Integer, contact => contact.OpenHolds),
        new("state", NpgsqlDbType.Integer, contact => (int)contact.State),
        new("wait_ms", NpgsqlDbType.Bigint, contact => contact.WaitMs),
        new("handle_ms", NpgsqlDbType.Bigint, contact => contact.TalkMs + contact.HoldMs + contact.WrapMs),
    ];

    public static readonly string Names = string.Join(", ", All.Select(column => column.Name));
    public static readonly string Replacements = string.Join(", ", All.Skip(1).Select(column => $"{column.Name} = excluded.{column.Name}"));
}
