namespace Answerable.Web.Conduct;

internal sealed class ConductModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        Entry.To<DeskPage>("Deliver", 10, "Desk", "headset", worked: true),
        Entry.To<ReferralsPage>("Deliver", 20, "Referrals", "arrow-up", worked: true),
    ];

    public void Use(WebApplication app) => app.UseAttendance();

    public void MapTo(WebApplication app)
    {
        app.MapDesk();
        app.MapReferrals();
    }
}
