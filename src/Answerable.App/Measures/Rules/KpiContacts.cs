using System.Linq.Expressions;
using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Picked = System.Linq.Expressions.Expression<System.Func<Answerable.App.Contacts.ContactRow, bool>>;

namespace Answerable.App.Measures;

/// <summary>
/// The contacts a KPI counts: those behind its denominator, and of them those in its numerator, read off its formula. What a term adds up quarter by
/// quarter is here said of single rows; a test holds the two together.
/// </summary>
/// <param name="known">Whether a repeat of the contact would have been seen by now.</param>
internal sealed class KpiContacts(AnswerableDb db, KpiParameters parameters, Picked known)
{
    private const long DayMs = 86_400_000;
    private const int Outbound = (int)Direction.Outbound;
    private const int Live = (int)FactKind.Live;
    private const int Imported = (int)FactKind.Imported;
    private static readonly Picked Answered = row => row.AnsweredAt != null && row.Direction != Direction.Outbound;
    private static readonly Picked Abandoned = row => row.State == ContactState.Abandoned && row.Direction != Direction.Outbound;

    /// <summary>What is counted of contacts one by one; times are of a contact too, but count none.</summary>
    private static readonly Dictionary<Measure, Picked> Counts = new()
    {
        [ContactMeasures.Answered] = Answered,
        [ContactMeasures.Abandoned] = Abandoned,
        [ContactMeasures.Waiting] = row => row.State == ContactState.Waiting && row.Direction != Direction.Outbound,
        [ContactMeasures.Outbound] = row => row.Direction == Direction.Outbound,
        [ContactMeasures.AnsweredUntimed] = row => row.AnsweredAt != null && row.Direction != Direction.Outbound && row.WaitMs == null,
        [ContactMeasures.AbandonedUntimed] = row =>
            row.State == ContactState.Abandoned && row.Direction != Direction.Outbound && row.WaitMs == null,
        [ContactMeasures.ToldBoth] = row =>
            row.AnsweredAt != null && row.Direction != Direction.Outbound && row.AbandonedAt != null,
        [ContactMeasures.Handled] = row => row.AnsweredAt != null && row.ClosedAt != null,
        [ContactMeasures.HandledUnknown] = row => row.AnsweredAt != null && row.ClosedAt != null && row.HandleMs == null,
        [ContactMeasures.TalkUnknown] = row => row.AnsweredAt != null && row.ClosedAt != null && (row.Unknown & Unknown.Talk) != Unknown.Nothing,
        [ContactMeasures.HoldUnknown] = row => row.AnsweredAt != null && row.ClosedAt != null && (row.Unknown & Unknown.Hold) != Unknown.Nothing,
        [ContactMeasures.WrapUnknown] = row => row.AnsweredAt != null && row.ClosedAt != null && (row.Unknown & Unknown.Wrap) != Unknown.Nothing,
        [ContactMeasures.Resolved] = row => row.AnsweredAt != null && row.Resolved == true,
        [ContactMeasures.Unresolved] = row => row.AnsweredAt != null && row.Resolved == false,
        [ContactMeasures.WaitsAnswered] = row => row.AnsweredAt != null && row.Direction != Direction.Outbound && row.WaitMs != null,
        [ContactMeasures.WaitsAbandoned] = row =>
            row.State == ContactState.Abandoned && row.Direction != Direction.Outbound && row.WaitMs != null,
        [ContactMeasures.Handling] = row => row.AnsweredAt != null && row.ClosedAt != null && row.HandleMs != null,
    };

    private readonly long _window = parameters.WindowDays * DayMs;

    /// <summary>Whether it counts contacts whose window has passed.</summary>
    public static bool CountsIssues(string? kpi) =>
        kpi is not null && FormulaOf(kpi) is Ratio ratio
            && ratio.Denominator.Any(signed => signed.Term is IssueTerm { Part: IssuePart.Known or IssuePart.AnyKnown });

    /// <summary>Whether some of what it counts is in its numerator and some is not.</summary>
    public static bool Divides(string kpi) =>
        FormulaOf(kpi) is Ratio ratio && ratio.Numerator.Concat(ratio.Denominator).All(signed => IsOfRows(signed.Term));

    public IQueryable<ContactRow> Of(string kpi, ContactPart part)
    {
        var counted = db.Set<ContactRow>().Where(row => !row.Excluded).Where(Counted(FormulaOf(kpi)));
        return part is ContactPart.Met or ContactPart.Missed && Divides(kpi)
            ? counted.Where(part == ContactPart.Met ? Met(kpi) : Not(Met(kpi)))
            : counted;
    }

    private static Formula? FormulaOf(string kpi) => Kpis.Find(kpi)?.Formula;

    private static bool IsOfRows(Term term) => term is WithinTerm or IssueTerm || term is CountTerm { Count: var count } && Counts.ContainsKey(count);

    /// <summary>Behind a figure that counts no contacts, such as a share of agents' time, stand those handled.</summary>
    private Picked Counted(Formula? formula) => formula switch
    {
        Tally { Terms: var terms } when terms.All(signed => IsOfRows(signed.Term)) => Sum(terms),
        Ratio { Denominator: var terms } when terms.All(signed => IsOfRows(signed.Term)) => Sum(terms),
        Percentile { Histogram: var histogram } when Counts.TryGetValue(histogram, out var picked) => picked,
        _ => Counts[ContactMeasures.Handled],
    };

    private Picked Met(string kpi) => Sum(((Ratio)FormulaOf(kpi)!).Numerator);

    /// <summary>Terms added are of different contacts, and what is taken away is of those before it.</summary>
    private Picked Sum(IReadOnlyList<SignedTerm> terms) => terms.Skip(1).Aggregate(Of(terms[0].Term), (sum, signed) =>
        signed.Sign > 0 ? Either(sum, Of(signed.Term)) : Both(sum, Not(Of(signed.Term))));

    private Picked Of(Term term) => term switch
    {
        CountTerm { Count: var count, Without: { } part } => Both(Counts[count], Not(Counts[part])),
        CountTerm { Count: var count } => Counts[count],
        WithinTerm within => Both(Counts[within.Waits], Waited(within)),
        IssueTerm { Part: IssuePart.AnyKnown } issue => Both(Linked(ByReason(issue)), known),
        IssueTerm { Part: IssuePart.Known } issue => Both(Both(Linked(ByReason(issue)), known), Not(In(AnsweredBefore(ByReason(issue))))),
        // Of what is counted: in a numerator, whose contacts are among those of its denominator.
        IssueTerm { Part: IssuePart.Resolved or IssuePart.AnyNotRepeated } issue => Not(In(Repeated(ByReason(issue)))),
        _ => throw new InvalidOperationException($"A {term.GetType().Name} counts no contacts."),
    };

    private Picked Waited(WithinTerm within)
    {
        var bound = (within.ByShort ? parameters.ShortSeconds : parameters.ThresholdSeconds) * 1000L;
        return within.Beyond ? row => row.WaitMs > bound : row => row.WaitMs <= bound;
    }

    private static bool ByReason(IssueTerm issue) => issue.Repeats == ContactMeasures.RepeatsByReason;

    private static Picked Linked(bool byReason) => byReason
        ? row => row.AnsweredAt != null && row.Direction != Direction.Outbound && row.Customer != null && row.Type != null && row.Type != ""
        : row => row.AnsweredAt != null && row.Direction != Direction.Outbound && row.Customer != null;

    /// <summary>Those after which the same customer came again within the window, answered or not.</summary>
    private IQueryable<ContactRow> Repeated(bool byReason) => db.Set<ContactRow>().FromSql($"""
        SELECT * FROM journal_contacts AS first WHERE first.answered_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM journal_contacts AS again
            WHERE again.customer = first.customer AND (NOT {byReason} OR again.type = first.type) AND NOT again.excluded
              AND again.direction <> {Outbound}
              AND (again.kind = first.kind OR (again.kind IN ({Live}, {Imported}) AND first.kind IN ({Live}, {Imported})))
              AND (again.arrived_at > first.arrived_at OR (again.arrived_at = first.arrived_at AND again.id > first.id))
              AND again.arrived_at <= first.arrived_at + {_window})
        """);

    /// <summary>Those before which the same customer was answered within the window: they begin no issue.</summary>
    private IQueryable<ContactRow> AnsweredBefore(bool byReason) => db.Set<ContactRow>().FromSql($"""
        SELECT * FROM journal_contacts AS later WHERE later.answered_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM journal_contacts AS first
            WHERE first.customer = later.customer AND (NOT {byReason} OR first.type = later.type) AND NOT first.excluded
              AND first.direction <> {Outbound}
              AND first.answered_at IS NOT NULL
              AND (first.kind = later.kind OR (first.kind IN ({Live}, {Imported}) AND later.kind IN ({Live}, {Imported})))
              AND (first.arrived_at < later.arrived_at OR (first.arrived_at = later.arrived_at AND first.id < later.id))
              AND first.arrived_at >= later.arrived_at - {_window})
        """);

    private static Picked In(IQueryable<ContactRow> rows)
    {
        var ids = rows.Select(row => row.Id);
        return row => ids.Contains(row.Id);
    }

    private static Picked Not(Picked picked) => Expression.Lambda<Func<ContactRow, bool>>(Expression.Not(picked.Body), picked.Parameters);

    private static Picked Either(Picked one, Picked other) => Joined(one, other, Expression.OrElse);

    private static Picked Both(Picked one, Picked other) => Joined(one, other, Expression.AndAlso);

    private static Picked Joined(Picked one, Picked other, Func<Expression, Expression, Expression> join) =>
        Expression.Lambda<Func<ContactRow, bool>>(join(one.Body, Expression.Invoke(other, one.Parameters)), one.Parameters);
}
