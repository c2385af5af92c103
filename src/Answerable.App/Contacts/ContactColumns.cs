using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using NpgsqlTypes;

namespace Answerable.App.Contacts;

/// <summary>The columns of a contact in the writer's own statements.</summary>
internal static class ContactColumns
{
    internal abstract record Column(string Name);

    /// <summary>A whole number; instants are milliseconds, and truth is 1.</summary>
    internal sealed record Whole(string Name, NpgsqlDbType Type, Func<Contact, long?> Value) : Column(Name);
    internal sealed record Words(string Name, Func<Contact, string?> Value) : Column(Name);
    internal sealed record Id(string Name, Func<Contact, Guid?> Value) : Column(Name);

    public static readonly IReadOnlyList<Column> All =
    [
        new Id("id", contact => contact.Id.Value),
        new Whole("kind", NpgsqlDbType.Integer, contact => (int)contact.Kind),
        new Words("source", contact => contact.Source),
        new Whole("channel", NpgsqlDbType.Integer, contact => (int)contact.Channel),
        new Words("queue", contact => contact.Queue),
        new Words("type", contact => contact.Type),
        new Id("customer", contact => contact.Customer?.Value),
        new Whole("arrived_at", NpgsqlDbType.Bigint, contact => contact.ArrivedAt.ToUnixTimeMilliseconds()),
        new Whole("queued_at", NpgsqlDbType.Bigint, contact => contact.QueuedAt?.ToUnixTimeMilliseconds()),
        new Whole("answered_at", NpgsqlDbType.Bigint, contact => contact.AnsweredAt?.ToUnixTimeMilliseconds()),
        new Whole("ended_at", NpgsqlDbType.Bigint, contact => contact.EndedAt?.ToUnixTimeMilliseconds()),
        new Whole("closed_at", NpgsqlDbType.Bigint, contact => contact.ClosedAt?.ToUnixTimeMilliseconds()),
        new Whole("abandoned_at", NpgsqlDbType.Bigint, contact => contact.AbandonedAt?.ToUnixTimeMilliseconds()),
        new Id("agent", contact => contact.Agent?.Value),
        new Words("agent_name", contact => contact.AgentName),
        new Id("team", contact => contact.Team?.Value),
        new Id("procedure", contact => contact.Procedure?.Value),
        new Whole("version", NpgsqlDbType.Integer, contact => contact.Version),
        new Whole("resolved", NpgsqlDbType.Boolean, contact => contact.Resolved is { } resolved ? resolved ? 1 : 0 : null),
        new Whole("excluded", NpgsqlDbType.Boolean, contact => contact.Excluded ? 1 : 0),
        new Whole("revision", NpgsqlDbType.Bigint, contact => contact.Revision),
        new Whole("hold_balance_ms", NpgsqlDbType.Bigint, contact => contact.HoldBalanceMs),
        new Whole("open_holds", NpgsqlDbType.Integer, contact => contact.OpenHolds),
        new Whole("state", NpgsqlDbType.Integer, contact => (int)contact.State),
        new Whole("wait_ms", NpgsqlDbType.Bigint, contact => contact.WaitMs),
        new Whole("handle_ms", NpgsqlDbType.Bigint, contact => contact.TalkMs + contact.HoldMs + contact.WrapMs),
        new Words("told", contact => contact.Told?.ToString()),
    ];

    public static readonly string Names = string.Join(", ", All.Select(column => column.Name));
    public static readonly string Replacements = string.Join(", ", All.Skip(1).Select(column => $"{column.Name} = excluded.{column.Name}"));

    /// <summary>A contact from a row of these columns, in their order.</summary>
    public static Contact Read<TFields>(TFields row) where TFields : IContactFields => new(
        ContactId.From(row.Id(0)!.Value), (FactKind)row.Whole(1)!.Value, row.Words(2)!, Instant(row.Whole(7))!.Value)
    {
        Channel = (Channel)row.Whole(3)!.Value,
        Queue = row.Words(4)!,
        Type = row.Words(5),
        Customer = row.Id(6) is { } customer ? CustomerId.From(customer) : null,
        QueuedAt = Instant(row.Whole(8)),
        AnsweredAt = Instant(row.Whole(9)),
        EndedAt = Instant(row.Whole(10)),
        ClosedAt = Instant(row.Whole(11)),
        AbandonedAt = Instant(row.Whole(12)),
        Agent = row.Id(13) is { } agent ? PersonId.From(agent) : null,
        AgentName = row.Words(14),
        Team = row.Id(15) is { } team ? TeamId.From(team) : null,
        Procedure = row.Id(16) is { } procedure ? ProcedureId.From(procedure) : null,
        Version = (int?)row.Whole(17),
        Resolved = row.Whole(18) is { } resolved ? resolved == 1 : null,
        Excluded = row.Whole(19) == 1,
        Revision = row.Whole(20)!.Value,
        HoldBalanceMs = row.Whole(21)!.Value,
        OpenHolds = (int)row.Whole(22)!.Value,
        Told = row.Words(26) is { } told ? Told.Read(told) : null,
    };

    private static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}

/// <summary>A row of a contact, by column.</summary>
internal interface IContactFields
{
    long? Whole(int column);
    string? Words(int column);
    Guid? Id(int column);
}
