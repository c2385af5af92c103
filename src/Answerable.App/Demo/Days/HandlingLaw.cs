using Answerable.Model.Contacts;
using Answerable.Simulation.Distributions;

namespace Answerable.App.Demo.Days;

/// <summary>How long a contact of a type takes, and how it ends. Times are seconds.</summary>
/// <param name="Resolved">The chance that the matter is settled.</param>
/// <param name="Before">The chance under the procedure's earlier version, where there was one.</param>
internal sealed record HandlingLaw(double Talk, double Wrap, double Resolved, double? Before = null)
{
    private const double TalkVariation = 0.62;
    private const double WrapVariation = 0.8;

    public const double HoldChance = 0.2;
    public static readonly Distribution Hold = Lognormal.WithMean(75, 0.7);

    /// <summary>Unsettled, the customer is likely to come again within the week; settled, hardly.</summary>
    public const double ReturnsUnresolved = 0.62;
    public const double ReturnsResolved = 0.08;

    private static readonly Dictionary<string, HandlingLaw> ByType = new()
    {
        ["missed-bin"] = new(255, 70, 0.83, 0.69),
        ["report-leak"] = new(330, 110, 0.82),
        ["council-tax-arrangement"] = new(610, 195, 0.7),
        ["change-of-address"] = new(470, 150, 0.84),
        ["bulky-waste"] = new(320, 85, 0.88),
        ["parking-permit"] = new(400, 110, 0.79),
        ["bill-query"] = new(455, 135, 0.74),
        ["refund-overpayment"] = new(490, 190, 0.77, 0.62),
        ["threat-to-life"] = new(900, 1170, 0.85),
        ["officer-complaint"] = new(700, 310, 0.52),
        ["no-water-vulnerable"] = new(540, 220, 0.8),
        ["suspected-fraud"] = new(680, 340, 0.6),
    };

    public Distribution TalkLaw { get; } = Lognormal.WithMean(Talk, TalkVariation);
    public Distribution WrapLaw { get; } = Lognormal.WithMean(Wrap, WrapVariation);

    public static HandlingLaw Of(string type) => ByType[type];

    /// <summary>Typing takes longer than talking; a letter needs no hold.</summary>
    public static double Pace(Channel channel) => channel switch
    {
        Channel.Chat => 1.35,
        Channel.Email or Channel.Letter => 1.12,
        Channel.Web or Channel.Social => 0.85,
        Channel.Visit => 1.3,
        _ => 1,
    };
}
