namespace Answerable.Analysis.Measures;

internal static class VolumeKpis
{
    private const string Phantoms = "Outbound contacts, and rows that are no contacts at all (phantoms, test calls).";

    public static readonly Kpi[] All =
    [
        new("contacts", "Contacts", "How many contacts arrived, whatever became of them.", 1, KpiUnit.Contacts,
            new Tally(Terms.Sum(Terms.Answered, Terms.Abandoned, Terms.Waiting)), Phantoms, "no contacts", null)
        {
            Beside = [new("no contacts at all, counted nowhere", Terms.Sum(new CountTerm(ContactMeasures.Excluded, "excluded"))),
                new("outbound", Terms.Sum(new CountTerm(ContactMeasures.Outbound, "outbound")))],
        },
        new("contacts-outbound", "Outbound contacts", "How many contacts the centre began itself, reached or not.", 1, KpiUnit.Contacts,
            new Tally(Terms.Sum(new CountTerm(ContactMeasures.Outbound, "outbound"))),
            "Callbacks, which the customer began; rows that are no contacts at all.", "no contacts", null),
        new("contacts-answered", "Contacts answered", "How many contacts were answered.", 1, KpiUnit.Contacts,
            new Tally(Terms.Sum(Terms.Answered)), Phantoms, "no contacts", null),
        new("contacts-abandoned", "Contacts abandoned", "How many customers left before an answer.", 1, KpiUnit.Contacts,
            new Tally(Terms.Sum(Terms.Abandoned)), Phantoms, "no contacts", false),
    ];
}
