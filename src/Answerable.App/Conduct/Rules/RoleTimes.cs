using Answerable.App.Measures;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Which role somebody had when. Of several roles the highest of the line counts.</summary>
internal sealed class RoleTimes() : PeopleThen<Role?>("person.invited", "person.roles-changed")
{
    protected override Role? After(Fact fact)
    {
        var roles = fact is RolesChanged changed ? changed.To : ((PersonInvited)fact).Roles;
        return roles.Where(Roles.Line.Contains).OrderDescending().Select(role => (Role?)role).FirstOrDefault();
    }

    protected override Role? Before(Fact? first) => null;
}
