using System.Linq.Expressions;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Which contacts of a slice are listed.</summary>
public enum ContactPart
{
    All,
    Answered,
    AnsweredInTime,
    AnsweredLate,
    Abandoned,
    AbandonedShort,
    Waiting,
    Handled,
    Repeated,
    Excluded,

    /// <summary>All that the KPI asked about counts.</summary>
    Counted,

    /// <summary>Of them those in its numerator.</summary>
    Met,

    /// <summary>And those that are not.</summary>
    Missed,
}

/// <summary>The contacts behind a figure, newest first unless another order is asked for, fifty at a time.</summary>
[Needs(Permission.ReadContacts)]
public sealed record ContactsBehind(DateTimeOffset From, DateTimeOffset To) : IReading<ContactsBehind.Listing>, ILook<ContactsBehind.Listing>
{
    Look? ILook<ContactsBehind.Listing>.Seen(ContactsBehind.Listing result) => Most > PageSize ? new(Sight.ContactsDownload, null) : null;

    public const int PageSize = 50;

    /// <summary>What is more is refused: nothing in a file could say that it was not all.</summary>
    public const int MostInAFile = 100_000;

    public ContactPart Part { get; init; }

    /// <summary>Which KPI's contacts, where what it counts is asked for.</summary>
    public string? Kpi { get; init; }
    public KpiParameters Parameters { get; init; } = KpiParameters.Usual;
    public IReadOnlyList<FactKind> Kinds { get; init; } = Slice.Performance;
    public IReadOnlyDictionary<Dimension, string> Only { get; init; } = new Dictionary<Dimension, string>();
    /// <summary>Only those that stand so now.</summary>
    public ContactState? State { get; init; }
    public Order? Order { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>How many a page; more than fifty for a download.</summary>
    public int Most { get; init; } = PageSize;

    public sealed record Line(
        ContactId Id, FactKind Kind, DateTimeOffset ArrivedAt, Model.Contacts.Channel Channel, Direction Direction, string Queue,
        string? Type, string Agent, string Team, ContactState State, long? WaitMs, long? HandledInMs, long? WrapMs,
        bool? Resolved);

    /// <summary>Whether contacts of a team lie within what somebody may see. What nobody has answered is of none, and seen by all.</summary>
    public static bool Reaches(Actor who, string team) => who.ScopeOf(Permission.ReadContacts) switch
    {
        Scope.Centre => true,
        Scope.Team or Scope.Own => team.Length == 0 || team == who.Team?.ToString(),
        null => false,
    };

    /// <summary>Whether some of what a KPI counts is in its numerator and some is not.</summary>
    public static bool Divides(Kpi kpi) => KpiContacts.Divides(kpi.Name);

    /// <param name="States">How many stand how, whichever of them are listed.</param>
    public sealed record Listing(IReadOnlyList<Line> Contacts, int Total, IReadOnlyDictionary<ContactState, int> States)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    internal sealed class Reader(MeasuresStores stores) : IAnswer<ContactsBehind, Listing>
    {
        public async Task<Outcome<Listing>> Answer(ContactsBehind reading, ReadingContext context, CancellationToken stop)
        {
            var labels = await Labels.ReadAsync(context.Db, stop);
            var kpis = new KpiContacts(context.Db, reading.Parameters, await RepeatsSeenAsync(reading, context.Now, stop));
            var rows = context.Sees(ContactFilter.Apply(context.Db, reading, labels, kpis));
            var most = Math.Clamp(reading.Most, 1, MostInAFile);
            var states = await rows.GroupBy(row => row.State).Select(same => new { same.Key, Count = same.Count() })
                .ToDictionaryAsync(same => same.Key, same => same.Count, stop);
            if (reading.State is { } state)
                rows = rows.Where(row => row.State == state);
            var total = reading.State is { } only ? states.GetValueOrDefault(only) : states.Values.Sum();
            if (most > PageSize && total > most)
                return WholeFile.TooMany(total, most, "Choose fewer days, or some of the contacts.");
            var page = await InOrder(rows, reading.Order).ThenBy(row => row.Id)
                .Skip((Math.Max(1, reading.Page) - 1) * most).Take(most).ToListAsync(stop);
            return new Listing(page.ConvertAll(row => LineOf(row, labels)), total, states);
        }

        /// <summary>Only where issues are counted: the image may be behind and is waited for.</summary>
        private async Task<Expression<Func<ContactRow, bool>>> RepeatsSeenAsync(ContactsBehind reading, DateTimeOffset now, CancellationToken stop) =>
            reading.Part >= ContactPart.Counted && KpiContacts.CountsIssues(reading.Kpi)
                ? RepeatsSeen.By(await stores.Of(ContactMeasures.Family).CurrentAsync(stop), now, reading.Parameters.WindowDays)
                : row => true;

        private static IOrderedQueryable<ContactRow> InOrder(IQueryable<ContactRow> rows, Order? order) => order?.By switch
        {
            "arrived" => order.Of(rows, row => row.ArrivedAt),
            "channel" => order.Of(rows, row => row.Channel),
            "queue" => order.Of(rows, row => row.Queue),
            "state" => order.Of(rows, row => row.State),
            "waited" => order.Of(rows, row => row.WaitMs),
            // As it is shown: nothing of those that are not closed.
            "handled-in" => order.Of(rows, row => row.State == ContactState.Handled ? row.HandleMs : -1),
            _ => rows.OrderByDescending(row => row.ArrivedAt),
        };

        private static Line LineOf(ContactRow row, Labels labels)
        {
            var contact = row.Contact();
            var key = ContactKey.Of(contact);
            return new Line(row.Id, row.Kind, row.ArrivedAt, row.Channel, row.Direction, row.Queue,
                row.Type is { } type ? labels.Of(Dimension.Type, type) : null,
                key[Dimension.Agent] is { Length: > 0 } agent
                    ? labels.Of(Dimension.Agent, agent) : "", key[Dimension.Team] is { Length: > 0 } team ? labels.Of(Dimension.Team, team) : "",
                row.State, row.WaitMs, contact.HandledInMs, row.State is ContactState.Handled ? contact.WrapMs : null, row.Resolved);
        }
    }
}
