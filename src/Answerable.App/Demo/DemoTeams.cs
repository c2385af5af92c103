
namespace Answerable.App.Demo;

internal static class DemoTeams
{
    public const string CouncilTax = "Council Tax";
    public const string Waste = "Waste and Recycling";
    public const string Water = "Water Operations";
    public const string Billing = "Billing and Meters";
    public const string CustomerFirst = "Customer First";
    public const string Digital = "Digital and Letters";

    public static readonly IReadOnlyList<string> All = [CouncilTax, Waste, Water, Billing, CustomerFirst, Digital];

    public static TeamId IdOf(string name) => DemoId.Of<TeamId>($"team/{name}");
}
