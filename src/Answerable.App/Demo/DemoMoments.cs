using Answerable.App.Demo.Days;

namespace Answerable.App.Demo;

/// <summary>The moments of the demo centre's story, all reckoned from the one at which it began to be filled.</summary>
internal sealed record DemoMoments(DateTimeOffset Now, int Days, LocalDays Clock)
{
    /// <summary>The last minutes are played by hand, so that something is under way.</summary>
    public DateTimeOffset Stage => Now.AddMinutes(-20);

    public DateOnly LastDay => Clock.Of(Now);
    public DateOnly FirstDay => LastDay.AddDays(-Days);
    public DateTimeOffset Begins => Clock.Zero(FirstDay);

    /// <summary>When the present version of a procedure with an earlier one came into force.</summary>
    public DateTimeOffset ImprovedFrom(string code) => Clock.Zero(ImprovedOn(code));

    public DateOnly ImprovedOn(string code) => LastDay.AddDays(code == "missed-bin" ? -Days * 5 / 11 : -Days * 4 / 11);

    public IReadOnlyDictionary<string, DateOnly> Improved => DemoProcedure.All.Where(one => one.Earlier is not null)
        .ToDictionary(one => one.Type.Code, one => ImprovedOn(one.Type.Code));
}
