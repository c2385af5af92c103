using Answerable.App.Import.Formats;
using Answerable.App.Measures;
using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>The call log of a bank's centre as the Technion published it: one line a call, times of a wall clock without a zone.</summary>
internal static class TechnionBank
{
    private static readonly Condition Answered = new Is("outcome", "AGENT");
    private static readonly Condition Abandoned = new Is("outcome", "HANG");
    private static readonly Condition Phantom = new Is("outcome", "PHANTOM");

    public static readonly Profile Profile = new(
        "technion-bank",
        "Bank call log (Technion)",
        "Tab-separated, 17 columns, one line a call: voice response unit, queue, service, outcome, agent.",
        new Delimited('\t', Quoted: false))
    {
        Needed =
        [
            "vru+line", "call_id", "customer_id", "type", "date", "vru_entry", "vru_exit", "vru_time", "q_start", "q_exit", "q_time",
            "outcome", "ser_start", "ser_exit", "ser_time", "server",
        ],
        Identity = ["date", "vru+line", "call_id"],
        // Read as the clock of the centre that reads them, so that its days are the file's days and eight o'clock stays eight o'clock.
        Zone = "",
        Arrived = new LocalMoment(["date", "vru_entry"], "yyMMdd H:mm:ss"),
        BeforeQueue = new LastingIn("vru_time", Needed: true),
        Wait = new LastingIn("q_time", Needed: true),
        Talk = new LastingIn("ser_time", Needed: true),
        Queue = new Always("Telephone"),
        Type = new TextIn("type"),
        Customer = new TextIn("customer_id", "0"),
        // As what is published of these calls counts them.
        TakesRounded = true,
        Agent = new TextIn("server", "NO_SERVER"),
        Outcomes = [(Answered, ContactState.Handled), (Abandoned, ContactState.Abandoned), (Phantom, ContactState.Excluded)],
        OutcomeColumns = ["outcome"],
        Traps =
        [
            new("phantom", "Phantom rows: virtual calls of the switch", "Kept and shown, counted in no measure.", Phantom),
            new("negative-vru-time", "Negative time in the voice response unit (left before it was entered)",
                "Repaired: the time is taken as 0; the call arrives at vru_entry.", new Below("vru_time", 0)),
            new("no-server", "Answered, but by no named agent", "Taken as handled, without an agent.", Answered & new Is("server", "NO_SERVER")),
            new("no-service-times", "Answered, but no service time was written", "Taken as handled with a talk of 0 s.",
                Answered & new Is("ser_time", "0")),
            new("abandoned-with-service", "Hung up, but a service time was written",
                "Taken as abandoned, as the outcome says; the service time is left out.", Abandoned & new Above("ser_time", 0)),
            new("service-over-midnight", "Service that ends after midnight",
                "The duration given is taken; the contact belongs to the day it arrived.",
                Answered & new EndsBeforeItBegins("ser_start", "ser_exit")),
            new("service-time-differs", "Service time that is not its end less its start", "The duration given is taken.",
                Answered & new DurationDiffers("ser_time", "ser_start", "ser_exit")),
            new("queue-time-differs", "Queue time that is not its end less its start", "The duration given is taken.",
                new DurationDiffers("q_time", "q_start", "q_exit")),
            new("left-in-vru", "Hung up without having queued", "Taken as abandoned with a wait of 0 s.", Abandoned & new Is("q_time", "0")),
            new("rounded-customer", "Customer numbers that a spreadsheet has rounded (3.26702E+11)",
                "Taken as they stand, as what is published of these calls counts them: of strangers some may look alike.",
                new Rounded("customer_id")),
            new("no-customer", "No customer number (those who did not wait were not recorded, so what is known of customers is biased)",
                "Taken without a customer.", new Is("customer_id", "0")),
        ],
        Overlap = new("service-overlaps", "Service that overlaps an earlier one of the same agent by more than 1 s", "The durations given are taken.",
            Answered & !new Is("server", "NO_SERVER"), new TextIn("server"), new LocalMoment(["date", "ser_start"], "yyMMdd H:mm:ss"),
                new LastingIn("ser_time"), 1000),
    };
}
