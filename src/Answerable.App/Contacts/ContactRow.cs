using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Contacts;

/// <summary>
/// A contact as the journal's facts have made it so far; written only by the writer, with the facts, in one transaction. Its properties are
/// its columns, and are those of the contact by name: a column is declared here and nowhere else.
/// </summary>
internal sealed class ContactRow
{
    public static readonly KeptTable Table = KeptTable.Of<ContactRow>("journal_contacts", nameof(Id));

    public ContactId Id { get; init; }
    public FactKind Kind { get; init; }
    public string Source { get; init; } = "";
    public Channel Channel { get; init; }
    public Direction Direction { get; init; }
    public string Queue { get; init; } = "";
    public string? Type { get; init; }
    public CustomerId? Customer { get; init; }
    public DateTimeOffset ArrivedAt { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? AbandonedAt { get; init; }
    public PersonId? Agent { get; init; }
    public string? AgentName { get; init; }
    public TeamId? Team { get; init; }
    public ProcedureId? Procedure { get; init; }
    public int? Version { get; init; }
    public bool? Resolved { get; init; }
    public bool Excluded { get; init; }
    public long Revision { get; init; }
    public long HoldRecordedMs { get; init; }
    public Holds? Holds { get; init; }
    public Legs? Legs { get; init; }
    public Told? Told { get; init; }

    // What follows is derived, kept so that lists can filter and order by it.
    public ContactState State { get; init; }
    public long? WaitMs { get; init; }
    public long? HandleMs { get; init; }
    public Unknown Unknown { get; init; }

    /// <summary>Whether what is derived is what follows from the rest.</summary>
    public bool IsDerived() =>
        Of(Contact()) is var again && (State, WaitMs, HandleMs, Unknown) == (again.State, again.WaitMs, again.HandleMs, again.Unknown);

    public Contact Contact() => Alike<ContactRow, Contact>.Make(this);

    public static ContactRow Of(Contact contact) => Alike<Contact, ContactRow>.Make(contact);

    internal sealed class Shape : IEntityTypeConfiguration<ContactRow>
    {
        public void Configure(EntityTypeBuilder<ContactRow> builder)
        {
            builder.ToTable(Table.Name).HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Told).HasConversion(told => told!.ToString(), text => Told.Read(text));
            builder.Property(row => row.Holds).HasConversion(holds => holds!.ToString(), text => Holds.Read(text));
            builder.Property(row => row.Legs).HasConversion(legs => legs!.ToString(), text => Legs.Read(text));
            builder.Property(row => row.Direction).HasDefaultValue(Direction.Inbound);
            builder.Property(row => row.Unknown).HasDefaultValue(Unknown.Nothing);
            builder.HasIndex(row => row.ArrivedAt);
            builder.HasIndex(row => new { row.State, row.ArrivedAt });
            builder.HasIndex(row => new { row.Customer, row.Type, row.ArrivedAt });
        }
    }
}
