using Answerable.Model.People;

namespace Answerable.Web.Conduct;

internal sealed class ConductModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        new("Deliver", 10, "Desk", "/desk", "headset", Permission.HandleContacts, Worked: true),
        new("Deliver", 20, "Referrals", "/referrals", "arrow-up", Permission.TakeReferrals, Worked: true),
    ];

    public void Use(WebApplication app) => app.UseAttendance();

    public void MapTo(WebApplication app)
    {
        app.MapDesk();
        app.MapReferrals();
    }
}
