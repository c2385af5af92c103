using Answerable.Model.Contacts;
using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Distributions;

namespace Answerable.Analysis.Rehearsal;

/// <summary>The part of a scenario file that tells what comes in.</summary>
internal static class ScenarioFileTypes
{
    public static ContactType ContactType(ScenarioNode node)
    {
        node.Only("name", "channel", "perHour", "perHourByInterval", "intervalMinutes", "busyness", "handling", "patience", "targetSeconds",
            "redial", "repeat", "callback", "referral", "deferrable", "interruptible");
        return new ContactType
        {
            Name = node.Text("name"),
            Channel = node.Text("channel", Rehearsal.ContactType.Phone),
            Demand = Demand(node),
            Busyness = node.Has("busyness") ? new Busyness(node.Positive("busyness"), Shift.Day) : null,
            Handling = node.Object("handling") is { } handling ? Law(handling) : new Exponential(1),
            Patience = node.Has("patience") && node.Object("patience") is { } patience ? Law(patience) : null,
            Target = node.NotNegative("targetSeconds", 20),
            Redial = node.Has("redial") && node.Object("redial") is { } redial ? ComingBack(redial) : null,
            Repeat = node.Has("repeat") && node.Object("repeat") is { } repeat ? ComingBack(repeat) : null,
            Callback = node.Has("callback") && node.Object("callback") is { } callback ? Callback(callback) : null,
            Referral = node.Has("referral") && node.Object("referral") is { } referral ? Referral(referral) : null,
            Deferrable = node.Flag("deferrable"),
            Interruptible = node.Flag("interruptible")
        };
    }

    /// <summary>A law of durations, such as <c>{ "law": "lognormal", "meanSeconds": 300, "variation": 1.2 }</c>.</summary>
    public static Distribution Law(ScenarioNode node)
    {
        var law = node.Text("law", "exponential");
        if (law == "empirical")
        {
            node.Only("law", "seconds");
            var seconds = node.Numbers("seconds");
            return seconds.Count == 0 ? new Deterministic(1) : new Empirical(seconds);
        }
        node.Only("law", "meanSeconds", "phases", "variation", "shape");
        var mean = node.Positive("meanSeconds");
        switch (law)
        {
            case "exponential":
                return new Exponential(mean);
            case "deterministic":
                return new Deterministic(mean);
            case "erlang":
                return new Erlang(node.Whole("phases", 1), mean);
            case "gamma":
                return GammaDistribution.WithMean(mean, node.Positive("variation"));
            case "lognormal":
                return Lognormal.WithMean(mean, node.Positive("variation"));
            case "weibull":
                var shape = node.Positive("shape");
                return new Weibull(shape, mean / new Weibull(shape, 1).Mean);
            case "hyperexponential":
                var variation = node.Positive("variation");
                node.Require(variation >= 1, "variation", $"must be at least 1 for a hyperexponential law, but is {variation}");
                return HyperExponential.WithMean(mean, Math.Max(1, variation * variation));
            default:
                node.Require(false, "law",
                    $"\"{law}\" is not one of exponential, deterministic, erlang, gamma, lognormal, weibull, hyperexponential, empirical");
                return new Exponential(mean);
        }
    }

    private static RateProfile Demand(ScenarioNode node)
    {
        if (!node.Has("perHourByInterval"))
            return RateProfile.Constant(node.NotNegative("perHour", 0) / 3600);
        node.Require(!node.Has("perHour"), "perHour", "and perHourByInterval cannot both be given");
        var rates = node.Numbers("perHourByInterval");
        return rates.Count == 0
            ? RateProfile.Constant(0) : new RateProfile([.. rates.Select(rate => rate / 3600)], node.Positive("intervalMinutes", 30) * 60);
    }

    private static ComingBack ComingBack(ScenarioNode node)
    {
        node.Only("probability", "after", "as");
        var after = node.Object("after") is { } law ? Law(law) : new Exponential(1);
        return new ComingBack(node.Probability("probability"), after, node.Has("as") ? node.Text("as") : null);
    }

    private static CallbackOffer Callback(ScenarioNode node)
    {
        node.Only("whenWaiting", "accepted");
        return new CallbackOffer(node.Whole("whenWaiting", 0), node.Probability("accepted"));
    }

    private static Referral Referral(ScenarioNode node)
    {
        node.Only("probability", "to");
        return new Referral(node.Probability("probability"), node.Text("to"));
    }
}
