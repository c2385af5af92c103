using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Demo.Walks;

/// <summary>What is going on at the moment the demo centre opens: who is here, who waits, what is asked.</summary>
internal static class Scenes
{
    public static readonly IReadOnlyList<Scene> All =
    [
        new("billing", "bill-query", 4, 210, Play.Waits),
        new("billing", "refund-overpayment", 12, 95, Play.Waits),
        new("waste", "missed-bin", 20, 150, Play.Waits),
        new("water", "report-leak", 28, 40, Play.Waits),
        new("chat", "parking-permit", 36, 65, Play.Waits) { Channel = Channel.Chat },
        new("correspondence", "bill-query", 61, 4_300, Play.Waits) { Channel = Channel.Email },
        new("correspondence", "council-tax-arrangement", 62, 2_900, Play.Waits) { Channel = Channel.Letter },
        new("correspondence", "change-of-address", 63, 1_500, Play.Waits) { Channel = Channel.Web },

        new("water", "report-leak", 41, 170, Play.Talks, "Emily Stannard"),
        new("customer-first", "parking-permit", 42, 140, Play.Talks, "Adeel Chaudhry") { Moves = 2 },
        new("chat", "missed-bin", 43, 260, Play.Talks, "Kwame Mensah") { Channel = Channel.Chat },
        new("customer-first", "change-of-address", 44, 330, Play.Holds, "Lowri Vaughan"),
        new("correspondence", "refund-overpayment", 45, 900, Play.IsLeft, "Jack Rowbottom") { Channel = Channel.Email, Moves = 2 },

        new("billing", "refund-overpayment", 46, 420, Play.Asks, "Jamal Francis") { Fields = Of("refund", "184.20") },
        new("billing", "refund-overpayment", 47, 300, Play.Asks, "Ben Tattersall") { Fields = Of("refund", "86.40") },
        new("billing", "refund-overpayment", 48, 520, Play.Asks, "Patrick Devlin") { Fields = Of("refund", "640.00") },
        new("waste", "missed-bin", 49, 240, Play.Asks, "Zainab Rahman") { Answers = Of("n2", "a3") },
        new("billing", "bill-query", 50, 700, Play.IsLookedAt, "Isla Robertson")
        {
            Answers = Of("n2", "a2"),
            Fields = Of("goodwill", "60.00"),
        },
        new("council-tax", "council-tax-arrangement", 51, 840, Play.IsApproved, "Hannah Prestwich") { Fields = Of("debt", "2412.00") },
        new("council-tax", "council-tax-arrangement", 52, 960, Play.IsRefused, "Rhys Bevan")
        {
            Answers = Of("n6", "a2"),
            Fields = new Dictionary<string, string> { ["debt"] = "410.00", ["written_off"] = "45.00" },
        },
        new("customer-first", "officer-complaint", 53, 380, Play.IsReferred, "Sophie Kendrick") { Answers = Of("n2", "a2"), Moves = 2 },
        new("water", "threat-to-life", 54, 280, Play.IsTakenOver, "Tariq Aziz") { Moves = 0 },
    ];

    /// <summary>Who is at work and how, whatever the hour; those in a scene are ready when it begins.</summary>
    public static readonly IReadOnlyDictionary<string, Presence> Present = new Dictionary<string, Presence>
    {
        ["Chloe Wainwright"] = Presence.Ready,
        ["Neil Garside"] = Presence.Ready,
        ["Sunita Patel"] = Presence.Break,
        ["Dawn Okafor"] = Presence.Ready,
        ["Helen Whitcombe"] = Presence.OtherWork,
        ["Priya Raman"] = Presence.Ready,
        ["Gareth Pugh"] = Presence.OtherWork,
        ["Moira Sinclair"] = Presence.Ready,
        ["Tom Hartley"] = Presence.Ready,
        ["Aisha Malik"] = Presence.Training,
        ["Sandra Oyelaran"] = Presence.Ready,
        ["Kieran O'Hara"] = Presence.Ready,
        ["Angela Mbeki"] = Presence.Break,
        ["Shabana Iqbal"] = Presence.Ready,
        ["Craig Dunmore"] = Presence.Ready,
        ["Grace Nwosu"] = Presence.Break,
        ["Harpreet Gill"] = Presence.Ready,
        ["Peter Scholes"] = Presence.Ready,
        ["Ewan Strachan"] = Presence.OtherWork,
    };

    private static Dictionary<string, string> Of(string name, string value) => new() { [name] = value };
}
