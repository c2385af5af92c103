using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Work;

internal enum WorkState
{
    Waiting,
    Running,
    Done,
    Failed,
    Stopped,
}

/// <summary>Work that follows an act's commit: written with the act, done after it.</summary>
internal sealed class OutboxRow
{
    public WorkId Id { get; init; }

    /// <summary>The kind of work, by its name.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Work with a key is never asked for twice at once; a row a key.</summary>
    public string? Key { get; init; }

    /// <summary>What is being done, in words for a page.</summary>
    public string Doing { get; init; } = "";
    public string Body { get; init; } = "";

    /// <summary>Who asked for it, with what they might do then: the work is done in their name.</summary>
    public string Who { get; init; } = "";
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public WorkState State { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>The server that has it in hand, and until when that is to be believed without another word from it.</summary>
    public string? Node { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public bool StopAsked { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended without a result, or why it is tried again.</summary>
    public string? Reason { get; set; }

    public bool IsOpen => State is WorkState.Waiting or WorkState.Running;

    public Actor Asked() => WorkJson.ReadActor(Who);

    public static OutboxRow Of(IWork work, string? key, string doing, Actor who, DateTimeOffset now) => new()
    {
        Id = Ids.New<WorkId>(),
        Kind = WorkKind.NameOf(work.GetType()),
        Key = key,
        Doing = doing,
        Body = WorkJson.Write(work),
        Who = WorkJson.Write(who),
        AskedAt = now,
        DueAt = now,
    };

    public void End(WorkState state, string? reason, DateTimeOffset now) =>
        (State, Reason, EndedAt, Node, LeaseUntil) = (state, reason, now, null, null);

    /// <summary>Whoever asked it to stop asked that of the time before.</summary>
    public void BeginAnew(DateTimeOffset now) =>
        (State, Reason, EndedAt, DueAt, Attempts, StopAsked) = (WorkState.Waiting, null, null, now, 0, false);

    internal sealed class Shape : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> builder)
        {
            builder.ToTable("work_outbox").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Key).IsUnique();
            builder.HasIndex(row => new { row.State, row.DueAt });
        }
    }
}
