using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>A session: so that its person can see where they are signed in and end it there. One that began before sessions were rows has none
/// until it is signed out.</summary>
internal sealed class SessionRow
{
    /// <summary>No cookie of the session, nor one renewed at the very moment of its end, lives longer than this.</summary>
    private static readonly TimeSpan Kept = Session.Lifetime + TimeSpan.FromHours(1);

    public SessionId Id { get; init; }
    public PersonId? Person { get; init; }
    public string Stamp { get; init; } = "";
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public bool SecondFactor { get; init; }
    /// <summary>In words, such as Firefox on Windows.</summary>
    public string Browser { get; init; } = "";

    /// <summary>Those of a person that still stand, as far as is known: one left untouched too long lapses without a word.</summary>
    public static IQueryable<SessionRow> Of(AnswerableDb db, PersonId person, DateTimeOffset now)
    {
        var begun = now - Session.Lifetime;
        return db.Set<SessionRow>().Where(row => row.Person == person && row.EndedAt == null && row.OpenedAt > begun
            && db.Set<Credentials>().Any(known => known.Id == person && known.SecurityStamp == row.Stamp));
    }

    /// <summary>Writes a session down, and forgets those of which no cookie can be left: so there are never more than a day's.</summary>
    public static async Task OpenAsync(ActContext context, Session session, bool secondFactor, string browser, CancellationToken stop)
    {
        await ForgetAsync(context, stop);
        context.Db.Add(new SessionRow
        {
            Id = session.Id,
            Person = session.Person,
            Stamp = session.Stamp,
            OpenedAt = context.Now,
            SecondFactor = secondFactor,
            Browser = browser,
        });
    }

    public static async Task EndAsync(ActContext context, SessionId session, CancellationToken stop)
    {
        await ForgetAsync(context, stop);
        if (await context.Db.Set<SessionRow>().FindAsync([session], stop) is { } row)
            row.EndedAt ??= context.Now;
        else
            context.Db.Add(new SessionRow { Id = session, Person = context.Who.Person, OpenedAt = context.Now, EndedAt = context.Now });
    }

    private static async Task ForgetAsync(ActContext context, CancellationToken stop)
    {
        var lapsed = context.Now - Kept;
        await context.Db.Set<SessionRow>().Where(row => row.OpenedAt < lapsed).ExecuteDeleteAsync(stop);
    }

    internal sealed class Shape : IEntityTypeConfiguration<SessionRow>
    {
        public void Configure(EntityTypeBuilder<SessionRow> builder)
        {
            builder.ToTable("people_sessions").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.OpenedAt);
            builder.HasIndex(row => row.Person);
        }
    }
}
