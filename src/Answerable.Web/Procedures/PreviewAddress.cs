using System.Globalization;
using Answerable.Model.Conduct;

namespace Answerable.Web.Procedures;

/// <summary>A preview's way as its address says it, so that back works and it can be sent to a colleague: a step done bears its pence, an answer its
/// place.</summary>
internal static class PreviewAddress
{
    private const long MostPence = 1_000_000_000;

    public static IEnumerable<Supposed> Read(string? way) => (way ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Select(One);

    public static string Write(IEnumerable<Supposed> way) => string.Join('.', way.Select(One));

    private static Supposed One(string written) => written switch
    {
        "d" => new Supposed.Done(),
        ['d', .. var pence] when long.TryParse(pence, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= MostPence =>
            new Supposed.Done(amount),
        "s" => new Supposed.LeftOut(),
        "r" => new Supposed.Referred(),
        "t" => new Supposed.TakenOver(),
        "y" => new Supposed.Approved(),
        "n" => new Supposed.Refused(),
        _ when int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => new Supposed.Answered(place),
        _ => new Supposed.Unreadable(),
    };

    private static string One(Supposed supposed) => supposed switch
    {
        Supposed.Done done => $"d{done.Pence?.ToString(CultureInfo.InvariantCulture)}",
        Supposed.Answered answered => answered.Place.ToString(CultureInfo.InvariantCulture),
        Supposed.LeftOut => "s",
        Supposed.Referred => "r",
        Supposed.TakenOver => "t",
        Supposed.Approved => "y",
        Supposed.Refused => "n",
        _ => "x",
    };
}
