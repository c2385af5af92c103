using Answerable.Model.Contacts;
using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Distributions;

namespace Answerable.Analysis.Rehearsal;

/// <summary>One kind of contact: how often it comes, how long it takes, how long it will wait, and what may follow. Durations are seconds.</summary>
public sealed record ContactType
{
    public required string Name { get; init; }

    /// <summary>The channel it comes by; only a name, save that chats may be handled several at once.</summary>
    public string Channel { get; init; } = Phone;

    /// <summary>Contacts per second.</summary>
    public RateProfile Demand { get; init; } = RateProfile.Constant(0);

    /// <summary>Whole days busier or quieter than forecast; nothing when counts are Poisson.</summary>
    public Busyness? Busyness { get; init; }

    public Distribution Handling { get; init; } = new Exponential(180);

    /// <summary>How long somebody waits before giving up; nothing when they never do.</summary>
    public Distribution? Patience { get; init; }

    /// <summary>An answer within this many seconds is within target.</summary>
    public double Target { get; init; } = 20;

    /// <summary>Who gives up within this many seconds is a short abandon.</summary>
    public double ShortAbandon { get; init; } = 5;

    public ComingBack? Redial { get; init; }

    /// <summary>A fresh contact after one that did not resolve the matter.</summary>
    public ComingBack? Repeat { get; init; }

    public CallbackOffer? Callback { get; init; }

    public Referral? Referral { get; init; }

    /// <summary>Work that waits for its turn: taken only while the group keeps enough people free.</summary>
    public bool Deferrable { get; init; }

    /// <summary>Work put aside, to be resumed where it was left, when a contact that is not deferrable finds nobody free.</summary>
    public bool Interruptible { get; init; }

    public const string Phone = "phone";
    public const string Chat = "chat";

    /// <summary>Several of these may be handled at once by one person of a group that allows it.</summary>
    public bool Concurrent => Channel == Chat;

    public static ContactType ByPhone(string name) => new() { Name = name };

    public static ContactType ByChat(string name) => new() { Name = name, Channel = Chat };

    /// <summary>Written work: never gives up, and gives way to whoever is on the line.</summary>
    public static ContactType Written(string name, string channel = "email") =>
        new() { Name = name, Channel = channel, Deferrable = true, Target = 4 * 3600 };

    public ContactType Arriving(double perHour) => this with { Demand = RateProfile.Constant(perHour / 3600) };

    public ContactType Arriving(IReadOnlyList<double> perHour, double everyMinutes) =>
        this with { Demand = new RateProfile([.. perHour.Select(rate => rate / 3600)], everyMinutes * 60) };

    public ContactType Taking(Distribution handling) => this with { Handling = handling };

    public ContactType TakingOnAverage(double seconds) => Taking(new Exponential(seconds));

    public ContactType Waiting(Distribution patience) => this with { Patience = patience };

    public ContactType WaitingOnAverage(double seconds) => Waiting(new Exponential(seconds));

    public ContactType Redialling(double probability, double afterOnAverage) =>
        this with { Redial = new ComingBack(probability, new Exponential(afterOnAverage)) };

    public ContactType Repeating(double probability, double afterOnAverage) =>
        this with { Repeat = new ComingBack(probability, new Exponential(afterOnAverage)) };

    public ContactType OfferingCallback(int whenWaiting, double accepted) =>
        this with { Callback = new CallbackOffer(whenWaiting, accepted) };

    public ContactType Referring(double probability, string to) => this with { Referral = new Referral(probability, to) };
}

/// <summary>Coming back: how likely, how much later, and by which contact type (the same when not said).</summary>
public sealed record ComingBack(double Probability, Distribution After, string? As = null);

/// <summary>A callback offered to whoever arrives when nobody is free and at least <paramref name="WhenWaiting"/> wait already.</summary>
public sealed record CallbackOffer(int WhenWaiting, double Accepted);

/// <summary>A second-level pool: after handling, with this probability, the contact is passed to another contact type's queue.</summary>
public sealed record Referral(double Probability, string To);
