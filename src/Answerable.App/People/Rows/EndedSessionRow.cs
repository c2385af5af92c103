using Answerable.App.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>A session that was signed out. Others of the same person go on: their stamp is still the person's.</summary>
internal sealed class EndedSessionRow
{
    /// <summary>No cookie of the session, nor one renewed at the very moment of its end, lives longer than this.</summary>
    private static readonly TimeSpan Kept = Session.Lifetime + TimeSpan.FromHours(1);

    public SessionId Id { get; init; }
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>Ends a session, and forgets those of which no cookie can be left: so there are never more than one day's.</summary>
    public static async Task EndAsync(ActContext context, SessionId session, CancellationToken stop)
    {
        var lapsed = context.Now - Kept;
        await context.Db.Set<EndedSessionRow>().Where(row => row.EndedAt < lapsed).ExecuteDeleteAsync(stop);
        if (await context.Db.Set<EndedSessionRow>().FindAsync([session], stop) is null)
            context.Db.Add(new EndedSessionRow { Id = session, EndedAt = context.Now });
    }

    internal sealed class Shape : IEntityTypeConfiguration<EndedSessionRow>
    {
        public void Configure(EntityTypeBuilder<EndedSessionRow> builder)
        {
            builder.ToTable("people_ended_sessions").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.EndedAt);
        }
    }
}
