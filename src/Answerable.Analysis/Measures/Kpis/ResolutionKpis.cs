namespace Answerable.Analysis.Measures;

/// <summary>
/// First-contact resolution by repeat window. The window's last days are not yet known and are counted apart, never as resolved;
/// person and reason make an issue, not a telephone number.
/// </summary>
internal static class ResolutionKpis
{
    public static readonly Kpi[] All =
    [
        First("fcr", "First-contact resolution",
            "Share of issues (one customer, one reason) after whose first answered contact the customer did not come again within the window.",
            ContactMeasures.RepeatsByReason, "issues", "whom nobody answered about the same reason", ContactMeasures.IssueKnown,
            "answered contacts without a known customer and reason"),
        First("fcr-customer", "First-contact resolution, any reason",
            "The same by customer alone, whatever the reason: a second matter counts as a repeat.",
            ContactMeasures.RepeatsByCustomer, "customers' issues", "whom nobody answered", ContactMeasures.CustomerKnown,
            "answered contacts without a known customer"),
        NotRepeated("contacts-not-repeated", "Contacts not repeated", "", ContactMeasures.RepeatsByReason, "customer and reason",
            ContactMeasures.IssueKnown, "answered contacts without a known customer and reason"),
        NotRepeated("contacts-not-repeated-customer", "Contacts not repeated, any reason",
            " Any later contact of the same customer counts as a repeat, whatever its reason.", ContactMeasures.RepeatsByCustomer, "customer",
            ContactMeasures.CustomerKnown, "answered contacts without a known customer"),
        new("resolution-recorded", "Resolution as recorded",
            "Share of contacts the agent recorded as resolved, of those with a record either way: an opinion, not a measurement.",
            1, KpiUnit.Percent,
            new Ratio(Terms.Sum(Recorded(ContactMeasures.Resolved, "recorded as resolved")),
                Terms.Sum(Recorded(ContactMeasures.Resolved, "recorded as resolved"),
                    Recorded(ContactMeasures.Unresolved, "recorded as not resolved")), 100),
            "Contacts with no such record.", "nothing recorded", true),
    ];

    private static Kpi First(string name, string title, string words, Measure repeats, string issues, string whom, Measure known,
        string unlinked) =>
        new(name, title, words, 1, KpiUnit.Percent,
            new Ratio(Terms.Sum(
                new IssueTerm(repeats, IssuePart.Resolved, $"{issues} without a repeat within {{window}} of the first answered contact")),
                Terms.Sum(new IssueTerm(repeats, IssuePart.Known,
                    $"{issues} whose {{window}} have passed, an issue beginning with each answered contact of a customer {whom} in the {{window}} " +
                    "before")), 100),
            "Issues whose window has not passed yet; contacts whose customer is not known; the abandoned, except as repeats.", "no issues known yet",
                true)
        {
            Beside =
            [
                new("not yet known", Terms.Sum(new IssueTerm(repeats, IssuePart.NotYetKnown, "not yet known"))),
                Unlinked(known, unlinked),
            ],
        };

    private static Kpi NotRepeated(string name, string title, string more, Measure repeats, string known, Measure linked, string unlinked) =>
        new(name, title,
            $"Share of all answered contacts, first or not, with no repeat within the window; it counts one issue as often as it " +
            $"was rung about.{more}",
            2, KpiUnit.Percent,
            new Ratio(Terms.Sum(new IssueTerm(repeats, IssuePart.AnyNotRepeated, "contacts without a repeat within {window}")),
                Terms.Sum(new IssueTerm(repeats, IssuePart.AnyKnown, $"contacts of known {known} whose {{window}} have passed")), 100),
            $"Contacts whose window has not passed yet; contacts without a known {known}.", $"no contacts of a known {known} known yet", true)
        {
            Beside =
            [
                new("not yet known", Terms.Sum(new IssueTerm(repeats, IssuePart.AnyNotYetKnown, "not yet known"))),
                Unlinked(linked, unlinked),
            ],
            Superseded = [$"contacts without a repeat within the window so far / contacts of known {known}, not yet known or not"],
        };

    private static Beside Unlinked(Measure known, string words) =>
        new(words, Terms.Sum(Terms.Answered).Less(new CountTerm(known, "known")));

    private static CountTerm Recorded(Measure count, string words) => new(count, words);
}
