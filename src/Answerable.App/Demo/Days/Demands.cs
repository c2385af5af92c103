using Answerable.Model.Contacts;


namespace Answerable.App.Demo.Days;

/// <summary>The seven queues of the demo centre and what comes to them.</summary>
internal static class Demands
{
    private static readonly Share<Channel>[] Phone = [new(Channel.Phone, 1)];

    public static readonly IReadOnlyList<Demand> All =
    [
        new("council-tax", DemoTeams.CouncilTax, 79, (8, 17), 650)
        {
            Channels = Phone,
            Saturday = 12,
            Types = [new("council-tax-arrangement", 0.58), new("change-of-address", 0.22), new("refund-overpayment", 0.15),
                new("suspected-fraud", 0.02), new("officer-complaint", 0.02), new("threat-to-life", 0.01)],
        },
        new("waste", DemoTeams.Waste, 126, (8, 17), 470)
        {
            Channels = Phone,
            Saturday = 26,
            Types = [new("missed-bin", 0.66), new("bulky-waste", 0.31), new("officer-complaint", 0.03)],
        },
        new("water", DemoTeams.Water, 122, (7, 19), 540)
        {
            Channels = Phone,
            Saturday = 34,
            Sunday = 28,
            Types = [new("report-leak", 0.7), new("bill-query", 0.21), new("no-water-vulnerable", 0.07), new("threat-to-life", 0.01),
                new("officer-complaint", 0.01)],
        },
        new("billing", DemoTeams.Billing, 110, (8, 17), 600)
        {
            Channels = Phone,
            Saturday = 14,
            Types = [new("bill-query", 0.6), new("refund-overpayment", 0.26), new("change-of-address", 0.1), new("suspected-fraud", 0.03),
                new("officer-complaint", 0.01)],
        },
        new("customer-first", DemoTeams.CustomerFirst, 97, (8, 17), 580)
        {
            Channels = [new(Channel.Phone, 0.93), new(Channel.Visit, 0.07)],
            Saturday = 14,
            Types = [new("parking-permit", 0.46), new("change-of-address", 0.34), new("missed-bin", 0.09), new("bulky-waste", 0.07),
                new("officer-complaint", 0.03), new("threat-to-life", 0.01)],
        },
        new("chat", DemoTeams.Digital, 20, (8, 17), 430)
        {
            Channels = [new(Channel.Chat, 1)],
            Types = [new("parking-permit", 0.25), new("missed-bin", 0.3), new("bill-query", 0.25), new("bulky-waste", 0.2)],
        },
        // Mails and letters join it once they have been sorted, until half past three.
        new("correspondence", DemoTeams.Digital, 37, (8, 15.5), null)
        {
            Channels = [new(Channel.Email, 0.62), new(Channel.Web, 0.24), new(Channel.Letter, 0.08), new(Channel.Social, 0.06)],
            Types = [new("bill-query", 0.24), new("council-tax-arrangement", 0.2), new("change-of-address", 0.22), new("refund-overpayment", 0.16),
                new("missed-bin", 0.13), new("suspected-fraud", 0.02), new("officer-complaint", 0.03)],
        },
    ];

    public static Demand Of(string queue) => All.First(demand => demand.Queue == queue);
}
