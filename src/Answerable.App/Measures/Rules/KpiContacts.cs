using System.Linq.Expressions;
using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// The contacts a KPI counts: those behind its denominator, and of them those in its numerator. What the figures are added up from
/// quarter by quarter is here said of single rows; a test holds the two together.
/// </summary>
/// <param name="known">Whether a repeat of the contact would have been seen by now.</param>
internal sealed class KpiContacts(AnswerableDb db, KpiParameters parameters, Expression<Func<ContactRow, bool>> known)
{
    private const long DayMs = 86_400_000;
    private const int Live = (int)FactKind.Live;
    private const int Imported = (int)FactKind.Imported;
    private readonly long _threshold = parameters.ThresholdSeconds * 1000L;
    private readonly long _brief = parameters.ShortSeconds * 1000L;
    private readonly long _window = parameters.WindowDays * DayMs;

    /// <summary>Whether it counts first contacts of issues whose window has passed.</summary>
    public static bool CountsIssues(string? kpi) => kpi is "fcr" or "fcr-customer";

    /// <summary>Whether some of what it counts is in its numerator and some is not.</summary>
    public static bool Divides(string kpi) =>
        kpi.StartsWith("service-level", StringComparison.Ordinal) || CountsIssues(kpi)
        || kpi.StartsWith("contacts-not-repeated", StringComparison.Ordinal)
        || kpi is "abandonment" or "abandonment-ex-short" or "resolution-recorded";

    public IQueryable<ContactRow> Of(string kpi, ContactPart part) => part switch
    {
        ContactPart.Met when Divides(kpi) => Counted(kpi).Where(Met(kpi)),
        ContactPart.Missed when Divides(kpi) => Counted(kpi).Where(Not(Met(kpi))),
        _ => Counted(kpi),
    };

    private IQueryable<ContactRow> Real => db.Set<ContactRow>().Where(row => !row.Excluded);
    private IQueryable<ContactRow> Answered => Real.Where(row => row.AnsweredAt != null);
    private IQueryable<ContactRow> Abandoned => Real.Where(row => row.AnsweredAt == null && row.AbandonedAt != null);
    private IQueryable<ContactRow> Offered => Real.Where(row => row.AnsweredAt != null || row.AbandonedAt != null);

    private IQueryable<ContactRow> Counted(string kpi) => kpi switch
    {
        "contacts" => Real,
        "contacts-answered" or "speed-of-answer" or "wait-p50" or "wait-p90" or "wait-max" or "service-level-f2" => Answered,
        "contacts-abandoned" or "patience" => Abandoned,
        "service-level-f4" => Offered.Where(row => row.AnsweredAt != null || row.WaitMs > _threshold),
        "service-level-f6" or "abandonment-ex-short" => Offered.Where(row => row.AnsweredAt != null || row.WaitMs > _brief),
        "service-level-f1" or "service-level-f3" or "service-level-f5" or "abandonment" => Offered,
        "resolution-recorded" => Answered.Where(row => row.Resolved != null),
        "contacts-not-repeated" => OfKnown(byReason: true),
        "contacts-not-repeated-customer" => OfKnown(byReason: false),
        "fcr" => OfKnown(byReason: true).Where(known).Where(Not(In(AnsweredBefore(byReason: true)))),
        "fcr-customer" => OfKnown(byReason: false).Where(known).Where(Not(In(AnsweredBefore(byReason: false)))),
        _ => Answered.Where(row => row.ClosedAt != null),
    };

    private Expression<Func<ContactRow, bool>> Met(string kpi) => kpi switch
    {
        "service-level-f1" => row => row.WaitMs <= _threshold,
        "service-level-f5" => row => row.WaitMs <= (row.AnsweredAt != null ? _threshold : _brief),
        "abandonment" or "abandonment-ex-short" => row => row.AnsweredAt == null,
        "resolution-recorded" => row => row.Resolved == true,
        "fcr" or "contacts-not-repeated" => Not(In(Repeated(byReason: true))),
        "fcr-customer" or "contacts-not-repeated-customer" => Not(In(Repeated(byReason: false))),
        _ => row => row.AnsweredAt != null && row.WaitMs <= _threshold,
    };

    private IQueryable<ContactRow> OfKnown(bool byReason) =>
        Answered.Where(row => row.Customer != null && (!byReason || (row.Type != null && row.Type != "")));

    /// <summary>Those after which the same customer came again within the window, answered or not.</summary>
    private IQueryable<ContactRow> Repeated(bool byReason) => db.Set<ContactRow>().FromSql($"""
        SELECT * FROM journal_contacts AS first WHERE first.answered_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM journal_contacts AS again
            WHERE again.customer = first.customer AND (NOT {byReason} OR again.type = first.type) AND NOT again.excluded
              AND (again.kind = first.kind OR (again.kind IN ({Live}, {Imported}) AND first.kind IN ({Live}, {Imported})))
              AND (again.arrived_at > first.arrived_at OR (again.arrived_at = first.arrived_at AND again.id > first.id))
              AND again.arrived_at <= first.arrived_at + {_window})
        """);

    /// <summary>Those before which the same customer was answered within the window: they begin no issue.</summary>
    private IQueryable<ContactRow> AnsweredBefore(bool byReason) => db.Set<ContactRow>().FromSql($"""
        SELECT * FROM journal_contacts AS later WHERE later.answered_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM journal_contacts AS first
            WHERE first.customer = later.customer AND (NOT {byReason} OR first.type = later.type) AND NOT first.excluded
              AND first.answered_at IS NOT NULL
              AND (first.kind = later.kind OR (first.kind IN ({Live}, {Imported}) AND later.kind IN ({Live}, {Imported})))
              AND (first.arrived_at < later.arrived_at OR (first.arrived_at = later.arrived_at AND first.id < later.id))
              AND first.arrived_at >= later.arrived_at - {_window})
        """);

    private static Expression<Func<ContactRow, bool>> In(IQueryable<ContactRow> rows)
    {
        var ids = rows.Select(row => row.Id);
        return row => ids.Contains(row.Id);
    }

    private static Expression<Func<ContactRow, bool>> Not(Expression<Func<ContactRow, bool>> met) =>
        Expression.Lambda<Func<ContactRow, bool>>(Expression.Not(met.Body), met.Parameters);
}
