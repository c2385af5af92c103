using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Answerable.App.Authority;

/// <summary>
/// Sets how far a role, or one person, may decide a kind of decision from a moment on. What stood there before ends at that moment.
/// Nothing is set for a time that has passed.
/// </summary>
[Needs(Permission.SetAuthority)]
public sealed record SetLimit(string DecisionKind, Role? Role, PersonId? Person, DateTimeOffset? From = null) : IAct<LimitId>
{
    public long? PerContactPence { get; init; }
    public long? PerCasePence { get; init; }
    public long? PerCustomerPence { get; init; }
    public int? PerCustomerDays { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Said outright where no amount is to bind: an empty form gives nobody the till.</summary>
    public bool WithoutBound { get; init; }

    internal LimitRow Row(DateTimeOffset from, PersonId? by, DateTimeOffset at) => new()
    {
        Id = Ids.New(),
        DecisionKind = DecisionKind,
        Role = Role,
        Person = Person,
        From = from,
        To = To,
        PerContactPence = PerContactPence,
        PerCasePence = PerCasePence,
        PerCustomerPence = PerCustomerPence,
        PerCustomerDays = PerCustomerPence is null ? null : PerCustomerDays,
        SetBy = by,
        SetAt = at,
    };

    internal sealed class Handler : IHandle<SetLimit, LimitId>
    {
        public async Task<Outcome<LimitId>> Handle(SetLimit act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<DecisionKindRow>().FindAsync([act.DecisionKind], stop) is not { } kind)
                return AuthorityRefusals.NoSuchKind;
            var centre = await CentreRow.OfAsync(context.Db, stop);
            var clock = DateTimeZoneProviders.Tzdb[centre.Zone];
            var from = Begins(act, context, clock);
            var refusals = LimitRules.Of(act, kind.Money, from, centre.Read().Currency);
            if (act.Person is { } person
                && !await context.Db.Set<PersonRow>().AnyAsync(known => known.Id == person && known.DeactivatedAt == null, stop))
                refusals.Add(new Refusal("not-found", "That person is no longer here. Choose another.", nameof(Person)));
            if (from < context.Now)
                refusals.Add(new Refusal("authority.past",
                    "A limit begins today or later: what was decided before stays as it was judged.", nameof(From)));
            if (refusals.Count > 0)
                return refusals;
            var inForce = await InForceAsync(act, from, context, stop);
            if (inForce.FirstOrDefault(row => row.From > from) is { } later)
                return new Refusal("authority.later-limit",
                    $"A limit is already set from {Said(later.From, clock)}. "
                        + "End that one first, or set this from a later date.", nameof(From));
            if (await WidensOwnAsync(act, from, context, stop))
                return Countersigned.Needed;
            // From the first limit of money on, what is decided stands in this currency.
            if (kind.Money)
                centre.CurrencyHeldAt ??= context.Now;
            return Set(act, from, inForce, context);
        }

        /// <summary>Today is from this moment: what was decided this morning stays as it was judged. So it is where the second person says yes only
        /// after the day it was asked for.</summary>
        private static DateTimeOffset Begins(SetLimit act, ActContext context, DateTimeZone clock)
        {
            LocalDate Day(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(clock).Date;
            return act.From is { } from && (from > context.Now || (context.AskedBy is null && Day(from) < Day(context.Now))) ? from : context.Now;
        }

        private static async Task<bool> WidensOwnAsync(SetLimit act, DateTimeOffset from, ActContext context, CancellationToken stop) =>
            await OwnLimit.WidensAsync(context, act.DecisionKind, limits =>
            [
                .. limits.Select(limit => Replaces(act, limit) && (limit.To is null || limit.To > from) && limit.From <= from
                    ? limit with { To = from } : limit),
                act.Row(from, null, context.Now).Limit(),
            ], stop);

        private static bool Replaces(SetLimit act, Limit limit) => limit.Role == act.Role && limit.Person == act.Person;

        private static Task<List<LimitRow>> InForceAsync(SetLimit act, DateTimeOffset from, ActContext context, CancellationToken stop) =>
            context.Db.Set<LimitRow>()
                .Where(row =>
                    row.DecisionKind == act.DecisionKind && row.Role == act.Role && row.Person == act.Person && (row.To == null || row.To > from))
                .OrderBy(row => row.From)
                .ToListAsync(stop);

        private static LimitId Set(SetLimit act, DateTimeOffset from, List<LimitRow> inForce, ActContext context)
        {
            foreach (var before in inForce)
                before.To = from;
            var row = act.Row(from, context.AskedBy ?? context.Who.Person, context.Now);
            row.SetWith = context.AskedBy is null ? null : context.Who.Person;
            context.Db.Set<LimitRow>().Add(row);
            context.Happened(new LimitSet(row.Limit(), inForce.LastOrDefault()?.Id), LimitId.From(row.Id));
            context.Tell("authority");
            return LimitId.From(row.Id);
        }

        /// <summary>As the page has it: the day that was typed, and the time where it is not the day's first moment.</summary>
        private static string Said(DateTimeOffset at, DateTimeZone clock)
        {
            var local = Instant.FromDateTimeOffset(at).InZone(clock);
            return local.ToDateTimeUnspecified()
                .ToString(local == clock.AtStartOfDay(local.Date) ? "d MMM yyyy" : "d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
        }
    }

    internal sealed class Together(IHandle<SetLimit, LimitId> handler) : Countersigned<SetLimit, LimitId>("limit", handler)
    {
        protected override async Task<Countersigned.Matter> MatterAsync(
            AnswerableDb db, SetLimit act, DateTimeOffset now, CancellationToken stop)
        {
            var said = await LimitSaid.OfAsync(db, act.DecisionKind, stop);
            var limit = act.Row(act.From ?? now, null, now).Limit();
            var before = (await db.Set<LimitRow>().AsNoTracking().Where(row => row.DecisionKind == act.DecisionKind
                    && row.Role == act.Role && row.Person == act.Person && row.From <= now && (row.To == null || row.To > now))
                .OrderByDescending(row => row.From).FirstOrDefaultAsync(stop))?.Limit();
            return new Countersigned.Matter(null,
                $"{said.Kind}: a limit for {await LimitSaid.WhomAsync(db, limit, stop)}, {said.Of(limit)}; now {said.Of(before)}");
        }
    }
}
